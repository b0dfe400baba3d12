package org.vung.nets.weights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.weights.WeightFileException;

/** Each file is refused in fitting words, soon, and nothing in it is run. */
@Timeout(20)
class HostileFilesTest {

    @TempDir
    static Path folder;

    static Stream<HostileFile> files() throws IOException {
        return Stream.of(
                        HostilePickles.calls(marker().toString()),
                        HostilePickles.sizes(),
                        HostilePickles.tensors(),
                        HostileZips.zips(),
                        HostileZips.legacy(),
                        HostileSafetensors.files(),
                        HostileHdf5.files(folder))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedInWords(HostileFile hostile) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "hostile", ""), hostile.content());
        assertThatThrownBy(() -> WeightFiles.read(file))
                .isExactlyInstanceOf(WeightFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(hostile.words())
                .message()
                .hasSizeLessThan(600);
        assertThat(marker()).doesNotExist();
    }

    @Test
    void whatIsNoFileOfWeightsIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "weights of our best run");
        assertThatThrownBy(() -> WeightFiles.read(text))
                .isExactlyInstanceOf(WeightFileException.class)
                .hasMessageContaining("must be safetensors, a PyTorch .pth or HDF5, got none of them in its 23 bytes");
        assertThatThrownBy(() -> WeightFiles.read(Files.createFile(folder.resolve("empty"))))
                .hasMessageContaining("in its 0 bytes");
        assertThatThrownBy(() -> WeightFiles.read(folder.resolve("none")))
                .isExactlyInstanceOf(WeightFileException.class)
                .hasMessageContaining("there is no such file; check the path");
        assertThatThrownBy(() -> WeightFiles.read(folder))
                .isExactlyInstanceOf(WeightFileException.class)
                .hasMessageContaining("it cannot be read");
    }

    private static Path marker() {
        return folder.resolve("was-run");
    }
}
