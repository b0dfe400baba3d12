package org.vung.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;

class AtomicFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("out.txt");
    }

    @Test
    void theFileHoldsTheContentAndStandsAlone() throws IOException {
        AtomicFile.write(file, Existing.KEEP, out -> out.write(text("regions")));
        assertThat(file).hasContent("regions");
        assertThat(names()).containsExactly("out.txt");
    }

    @Test
    void anExistingFileIsKeptUnlessToldOtherwise() throws IOException {
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, Existing.KEEP, out -> out.write(text("new"))))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("exists already; allow overwriting or choose another name")
                .hasFieldOrPropertyWithValue("kind", ImageException.Kind.IO);
        assertThat(file).hasContent("old");
        AtomicFile.write(file, Existing.REPLACE, out -> out.write(text("new")));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("out.txt");
    }

    /** Writes slowly while the program is asked to end. */
    static final class Ended {

        private Ended() {}

        public static void main(String[] words) throws Exception {
            CountDownLatch over = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            if (words[1].equals("awaited")) {
                AtomicFile.await(over);
            }
            new Thread(() -> write(Path.of(words[0]), begun, over)).start();
            begun.await();
            System.exit(3);
        }

        private static void write(Path file, CountDownLatch begun, CountDownLatch over) {
            try {
                AtomicFile.write(file, Existing.KEEP, out -> {
                    out.write(text("who"));
                    out.flush();
                    begun.countDown();
                    pause();
                    out.write(text("le"));
                });
            } catch (ImageException cutOff) {
                throw new UncheckedIOException(cutOff);
            } finally {
                over.countDown();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(700);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"awaited, out.txt", "at once, ''"})
    void whatIsWrittenWhenTheProgramEndsIsDeletedUnlessItsEndIsAwaited(String how, String left) throws Exception {
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ended.class.getName(),
                        file.toString(),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(ended.waitFor()).isEqualTo(3);
        assertThat(String.join(" ", names())).isEqualTo(left);
        if (how.equals("awaited")) {
            assertThat(file).hasContent("whole");
        }
    }

    @Test
    void aFileThatAppearsWhileWritingIsKept() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(file, Existing.KEEP, out -> Files.writeString(file, "other")))
                .hasMessageContaining("exists already");
        assertThat(file).hasContent("other");
        assertThat(names()).containsExactly("out.txt");
    }

    @ParameterizedTest
    @EnumSource(Existing.class)
    void aDiskThatFillsUpLeavesNothingNewBehind(Existing existing) throws IOException {
        if (existing == Existing.REPLACE) {
            Files.writeString(file, "old");
        }
        assertThatThrownBy(() -> AtomicFile.write(
                        file, existing, out -> fullAfter(5000, out).write(new byte[100_000])))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("No space left on device; nothing was left behind")
                .hasFieldOrPropertyWithValue("kind", ImageException.Kind.IO);
        assertThat(names()).isEqualTo(existing == Existing.REPLACE ? List.of("out.txt") : List.of());
    }

    @ParameterizedTest
    @EnumSource(WriteFormat.class)
    void noPartOfAnImageStaysOnAFullDisk(WriteFormat format) throws IOException {
        byte[] noise = new byte[300 * 400 * 3];
        new Random(1).nextBytes(noise);
        Image image = Image.wrap(new Size(300, 400), Layout.RGB, noise);
        for (int space : new int[] {0, 7, 1000, 50_000}) {
            assertThatThrownBy(() ->
                            AtomicFile.write(file, Existing.KEEP, out -> format.write(image, fullAfter(space, out))))
                    .as("%s with %d bytes left", format, space)
                    .isInstanceOf(ImageException.class)
                    .hasFieldOrPropertyWithValue("kind", ImageException.Kind.IO);
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aFaultOfTheCallerAlsoLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(file, Existing.KEEP, out -> {
                    out.write(1);
                    throw new IllegalArgumentException("palette must have 1 … 256 colours, got 0");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void foldersDevicesAndMissingFoldersAreRefused() {
        assertThatThrownBy(() -> AtomicFile.write(folder, Existing.REPLACE, out -> {}))
                .hasMessageContaining("it is a folder; name a file in it");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/out.txt"), Existing.REPLACE, out -> {}))
                .hasMessageContaining("its folder does not exist; make the folder first");
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThatThrownBy(() -> AtomicFile.write(device, Existing.REPLACE, out -> {}))
                    .hasMessageContaining("it is a device, not a file");
        }
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Files.createSymbolicLink(file, real);
        AtomicFile.write(file, Existing.REPLACE, out -> out.write(text("new")));
        assertThat(real).hasContent("new");
        assertThat(file).isSymbolicLink();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OutputStream fullAfter(int space, OutputStream out) {
        return new OutputStream() {
            private int left = space;

            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, Math.min(left, length));
                left -= Math.min(left, length);
                if (left == 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }
}
