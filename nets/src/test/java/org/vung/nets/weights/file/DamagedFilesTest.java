package org.vung.nets.weights.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.pickle.PickleWriter;
import org.vung.nets.weights.pth.TorchFiles;
import org.vung.nets.weights.safetensors.SafetensorsFile;

/** Right files with a few bytes changed, or cut: they are read or refused in words, and nothing else happens. */
class DamagedFilesTest {

    private static final int VARIANTS = 600;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "zip", "legacy", "hdf5", "hdf5 without lists"})
    @Timeout(120)
    void isReadOrRefused(String kind) throws IOException {
        byte[] good = file(kind);
        Random random = new Random(20);
        int refused = 0;
        for (int variant = 0; variant < VARIANTS; variant++) {
            byte[] bad = variant % 4 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : flipped(good, random);
            if (!isRead(Files.write(folder.resolve("bad" + variant), bad))) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(VARIANTS / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "zip", "legacy"})
    @Timeout(120)
    void everyCutIsRefused(String kind) throws IOException {
        byte[] good = file(kind);
        assertThat(isRead(Files.write(folder.resolve("whole"), good))).isTrue();
        for (int length = 0; length < good.length; length++) {
            Path cut = Files.write(folder.resolve("cut" + length), Arrays.copyOf(good, length));
            assertThat(isRead(cut)).as("cut at " + length).isFalse();
        }
    }

    private static boolean isRead(Path file) {
        try {
            for (NamedTensor tensor : WeightFiles.read(file).tensors()) {
                assertThat(tensor.floats()).hasSize((int) tensor.numbers());
            }
            return true;
        } catch (WeightFileException refused) {
            assertThat(refused).message().startsWith(file + ": ");
            return false;
        }
    }

    private static byte[] flipped(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private byte[] file(String kind) throws IOException {
        byte[] pickle = new PickleWriter()
                .ops("}(")
                .text("state_dict")
                .ops("}(")
                .text("w")
                .tensor("FloatStorage", "0", 6, 0, new long[] {2, 3}, new long[] {3, 1})
                .ops("uu")
                .stop();
        Map<String, byte[]> storages = Map.of("0", TorchFiles.floats(1, 2, 3, 4, 5, 6));
        return switch (kind) {
            case "zip" -> TorchFiles.zip(pickle, storages);
            case "legacy" -> TorchFiles.legacy(pickle, storages);
            case "safetensors" -> safetensors();
            case "hdf5" -> Files.readAllBytes(KerasFixture.write(folder.resolve("good.h5"), "dense_1"));
            default -> Files.readAllBytes(KerasFixture.write(folder.resolve("good.h5")));
        };
    }

    private static byte[] safetensors() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NamedTensor tensor = NamedTensor.of("w", List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6});
        new SafetensorsFile(Weights.of(tensor, tensor.renamed("v")), Map.of("epoch", "9")).writeTo(out);
        return out.toByteArray();
    }
}
