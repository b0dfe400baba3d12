package org.vung.checks.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Format;
import org.vung.image.file.WriteFormat;

/** Sound files of every format to begin with: written by us and by the JDK, and found in folders. */
final class Seeds {

    /** Larger files take long to damage thoroughly. */
    private static final long MOST_BYTES = 400_000;

    /** Written by libwebp 1.2.4: lossless, lossy with opacity, animated. */
    private static final String[] WEBP = {
        "UklGRiIAAABXRUJQVlA4TBYAAAAvBcAAAA9wHvFT0N5Kev6DBz2I6H8A",
        "UklGRnoAAABXRUJQVlA4WAoAAAAQAAAABQAAAwAAQUxQSAoAAAABB9CmiAhERP8DVlA4IEoAAAAwAwCdASoGAAQAAMASJagCdLoBQAPwArQD+AZQ"
                + "ACzay8xAAP79dNDBMwv/dADMqt/9tA/+w+zg5X/bQP5IX2jR/z0ZpImLd9vgAA==",
        "UklGRpAAAABXRUJQVlA4WAoAAAACAAAABQAAAwAAQU5JTQYAAAAAAAAAAABBTk1GLgAAAAAAAAAAAAUAAAMAAGQAAAJWUDhMFgAAAC8FwAAAD3Ae"
                + "8VPQ3kp6/oMHPYjofwBBTk1GLgAAAAAAAAAAAAUAAAMAAGQAAABWUDhMFgAAAC8FwAAAD/Bw8d/Q3up6/oMHxYnofwA="
    };

    private final Map<Format, List<byte[]>> files = new EnumMap<>(Format.class);

    private Seeds() {}

    /** Our own and the JDK's files, and every image of these folders and their sub-folders. */
    static Seeds of(List<Path> folders) throws IOException {
        Seeds seeds = new Seeds();
        for (Layout layout : new Layout[] {Layout.GREY, Layout.RGB, Layout.RGBA}) {
            Image image = picture(layout);
            for (WriteFormat format : WriteFormat.values()) {
                if (format == WriteFormat.JPEG && layout == Layout.RGBA) {
                    continue; // holds no opacity
                }
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                format.write(image, file);
                seeds.add(file.toByteArray());
            }
        }
        seeds.jdk();
        for (byte[] file : TiffSeeds.all()) {
            seeds.add(file);
        }
        for (String file : WEBP) {
            seeds.add(Base64.getDecoder().decode(file));
        }
        seeds.add("P1 4 2\n0101 1010".getBytes(StandardCharsets.US_ASCII));
        seeds.add("P3 2 1 255\n1 2 3 # four\n4 5 6\n".getBytes(StandardCharsets.US_ASCII));
        seeds.add("P5 4 2 65535\n0123456789ABCDEFP4 8 1\nA".getBytes(StandardCharsets.US_ASCII));
        seeds.add("P7\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nENDHDR\nABCDEFGH".getBytes(StandardCharsets.US_ASCII));
        for (Path folder : folders) {
            seeds.add(folder);
        }
        return seeds;
    }

    List<byte[]> of(Format format) {
        return files.getOrDefault(format, List.of());
    }

    private void add(byte[] file) {
        Format.of(file)
                .ifPresent(format ->
                        files.computeIfAbsent(format, none -> new ArrayList<>()).add(file));
    }

    private void add(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= MOST_BYTES) {
                    add(Files.readAllBytes(file));
                }
            }
        }
    }

    private void jdk() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_GRAY
                }) {
            BufferedImage picture = new BufferedImage(37, 23, type);
            Random random = new Random(type);
            for (int i = 0; i < 37 * 23; i++) {
                picture.setRGB(i % 37, i / 37, random.nextInt(1 << (1 + i / 40)));
            }
            for (String format : new String[] {"png", "gif", "bmp"}) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                ImageIO.write(picture, format, file);
                add(file.toByteArray());
            }
            add(progressive(picture));
        }
    }

    private static byte[] progressive(BufferedImage picture) throws IOException {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(picture, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(plain, null, null), how);
        }
        writer.dispose();
        return file.toByteArray();
    }

    private static Image picture(Layout layout) {
        int channels = layout == Layout.GREY ? 1 : layout == Layout.RGB ? 3 : 4;
        Size size = new Size(61, 83);
        byte[] samples = new byte[size.pixels() * channels];
        Random random = new Random(channels);
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at / 7 + random.nextInt(1 + at % 50));
        }
        return Image.wrap(size, layout, samples);
    }
}
