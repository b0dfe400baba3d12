package org.vung.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.codec.Limits;
import org.vung.label.LabelMap;

class ImageFilesReadTest {

    private static final Limits LIMITS = Limits.standard();

    @TempDir
    Path folder;

    @Test
    void theNameDoesNotMatter() throws IOException {
        Path file = save("photo.jpg", "P2 2 1 255\n7 9");

        assertThat(ImageFiles.read(file).sharedBytes()).containsExactly(7, 9);
        assertThat(ImageFiles.read(Files.readAllBytes(file), "standard input", LIMITS))
                .isEqualTo(ImageFiles.read(file));
    }

    @Test
    void pagesAreReadUpToTheLimit() throws IOException {
        Path file = save("pages.pgm", "P5 1 1 255\nAP5 1 1 255\nBP5 1 1 255\nC");

        assertThat(ImageFiles.readPages(file, LIMITS))
                .extracting(Image::sharedBytes)
                .hasSize(3);
    }

    @Test
    void labelsAreIndicesOrGreyValues() throws IOException {
        Path grey = save("grey.pgm", "P2 3 1 5\n0 1 5");
        Path deep = save("deep.pgm", "P2 2 1 65535\n300 65535");
        Path colour = save("colour.ppm", "P3 1 1 255\n1 2 3");

        assertThat(ImageFiles.readLabels(grey, LIMITS).sharedLabels()).containsExactly(0, 1, 5);
        assertThat(ImageFiles.readLabels(deep, LIMITS).sharedLabels()).containsExactly(300, 65535);
        assertThatThrownBy(() -> ImageFiles.readLabels(colour, LIMITS))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(
                        "colour.ppm: labels must be palette indices or 8 or 16-bit grey values, got rgb; save");
    }

    @Test
    void labelsOfAPaletteFileAreItsIndices() throws IOException {
        byte[] file = png(1, 3, 8, 3, "PLTE", new byte[6], new byte[] {0, 1, 0, 1});

        LabelMap labels = ImageFiles.readLabels(Files.write(folder.resolve("mask.png"), file), LIMITS);

        assertThat(labels.sharedLabels()).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "B",
                "BM",
                "\u0089",
                "\u0089PNG",
                "GIF89a",
                "RIFF0000WEBP",
                "\u00FF\u00D8\u00FF",
                "II*\0",
                "hello, world",
                "<html>"
            })
    void whatIsNoImageIsRefused(String content) throws IOException {
        Path file = save("broken", content);

        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Kind.BAD_INPUT))
                .hasMessageStartingWith(file + ": ");
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertThatThrownBy(() -> ImageFiles.read(folder.resolve("none.png")))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Kind.IO))
                .hasMessageContaining("none.png: no such file");
        assertThatThrownBy(() -> ImageFiles.read(folder)).isInstanceOf(ImageException.class);
    }

    @Test
    void limitsAreKept() throws IOException {
        Path file = save("small.pgm", "P5 2 2 255\nABCD");

        assertLimit(file, new Limits(3, 100, 100, 1), "2x2 pixels, the limit is 3 pixels");
        assertLimit(file, new Limits(9, 3, 100, 1), "the limit is 3 bytes");
        assertLimit(file, new Limits(9, 100, 9, 1), "the limit is 9 bytes");
    }

    private static void assertLimit(Path file, Limits limits, String reason) {
        assertThatThrownBy(() -> ImageFiles.read(file, limits))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Kind.LIMIT))
                .hasMessageContaining(reason);
    }

    @Test
    void aBombOfPixelsIsRefusedAtOnceAndCostsNothing() throws IOException {
        byte[] bomb = png(50_000, 50_000, 8, 2, "gAMA", new byte[4], new byte[1 << 20]);

        assertThat(cost(bomb, "50000x50000 pixels, the limit is 268435456 pixels"))
                .isLessThan(1 << 20);
    }

    @Test
    void aBombThatPassesTheLimitsIsRefusedForWantOfData() throws IOException {
        byte[] bomb = png(16_000, 16_000, 8, 2, "gAMA", new byte[4], new byte[1000]);

        assertThat(cost(bomb, "more pixels than")).isLessThan(1 << 20);
    }

    /** 2 MB that would inflate to 2 GiB of text. */
    @Test
    void aBombOfTextIsSteppedOver() throws IOException {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        byte[] zeros = new byte[1 << 20];
        byte[] block = new byte[1 << 16];
        for (int i = 0; i < 64; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                text.write(block, 0, deflater.deflate(block));
            }
        }
        deflater.end();
        byte[] piece = text.toByteArray();
        while (text.size() < 2_000_000) {
            text.writeBytes(piece);
        }
        byte[] bomb = png(1, 1, 8, 0, "zTXt", text.toByteArray(), new byte[] {0, 7});

        assertThat(cost(bomb, "")).isLessThan(1 << 20);
    }

    @Test
    void aTextLongerThanTheFileIsRefused() throws IOException {
        byte[] file = png(1, 1, 8, 0, "iTXt", new byte[4], new byte[] {0, 7});
        file[33] = 0x7F;

        assertThat(cost(file, "declares 2130706436 bytes")).isLessThan(1 << 20);
    }

    /** Bytes allocated by reading it; the reason is empty where reading succeeds. Reads twice, to leave class loading out. */
    private static long cost(byte[] content, String reason) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        long seconds = 0;
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            long before = threads.getCurrentThreadAllocatedBytes();
            String outcome = "";
            try {
                ImageFiles.read(content, "bomb", LIMITS);
            } catch (ImageException refused) {
                outcome = String.valueOf(refused.getMessage());
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
            seconds = System.nanoTime() - start;
            assertThat(outcome).contains(reason);
            assertThat(outcome.isEmpty()).isEqualTo(reason.isEmpty());
        }
        assertThat(seconds).as("nanoseconds").isLessThan(100_000_000);
        return bytes;
    }

    private Path save(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] png(int height, int width, int depth, int colour, String extra, byte[] content, byte[] rows)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {(byte) depth, (byte) colour, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, extra, content);
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        byte[] data = new byte[rows.length + 100];
        chunk(out, "IDAT", Arrays.copyOf(data, deflater.deflate(data)));
        deflater.end();
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
