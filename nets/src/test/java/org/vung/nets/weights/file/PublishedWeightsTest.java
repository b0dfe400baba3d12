package org.vung.nets.weights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.file.Existing;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.keras.KerasOrder;
import org.vung.nets.weights.safetensors.SafetensorsFile;

/** Weights that others trained and published, in the folder {@code weights} beside VUNG_DATA. */
class PublishedWeightsTest {

    private static final String SQUEEZENET = "squeezenet-keras/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5";
    private static final String RETINA = "retina-unet/test_best_weights.h5";

    @TempDir
    Path folder;

    /** The CRC-32 goes over all numbers in order; ENet's was made with Python's own unpickler. */
    @ParameterizedTest
    @CsvSource({
        "enet/ENet_default.pth, 368388, ecab64d8, initial_block.main_branch.weight, '13, 3, 3, 3'",
        RETINA + ", 471010, 06e4a51e, convolution2d_1_W, '32, 1, 3, 3'",
        SQUEEZENET + ", 722496, 45919c65, conv1_3/kernel, '3, 3, 3, 64'",
    })
    void areReadWhole(String name, long numbers, String crc, String first, String dimensions) throws IOException {
        Weights weights = WeightFiles.read(published(name));
        assertThat(weights.numbers()).isEqualTo(numbers);
        assertThat(weights.names().get(0)).isEqualTo(first);
        assertThat(weights.get(first).dimensions()).hasToString("[" + dimensions + "]");
        CRC32 all = new CRC32();
        for (NamedTensor tensor : weights.tensors()) {
            assertThat(tensor.floats()).doesNotContain(Float.NaN).hasSize((int) tensor.numbers());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tensor.writeTo(bytes);
            all.update(bytes.toByteArray());
        }
        assertThat(all.getValue()).isEqualTo(Long.parseLong(crc, 16));
    }

    @ParameterizedTest
    @CsvSource({"enet/ENet_default.pth", RETINA, SQUEEZENET})
    void surviveTheWayThroughSafetensors(String name) throws IOException {
        Weights weights = WeightFiles.read(published(name));
        Path file = folder.resolve("copy");
        new SafetensorsFile(weights, Map.of("from", name)).write(file, Existing.KEEP);
        Weights copy = WeightFiles.read(file);
        assertThat(copy.names()).isEqualTo(weights.names());
        for (NamedTensor tensor : weights.tensors()) {
            assertThat(copy.get(tensor.name()).floats()).isEqualTo(tensor.floats());
            assertThat(copy.get(tensor.name()).type()).isEqualTo(tensor.type());
        }
    }

    @Test
    void kernelsOfKerasTurnIntoOurOrder() throws IOException {
        Weights squeezenet = KerasOrder.TENSORFLOW.convert(WeightFiles.read(published(SQUEEZENET)));
        assertThat(squeezenet.names()).hasSize(50);
        assertThat(squeezenet.get("conv1_3/kernel").dimensions()).isEqualTo(List.of(64, 3, 3, 3));
        Weights raw = WeightFiles.read(published(RETINA));
        float[] kernel = raw.get("convolution2d_1_W").floats();
        float[] turned = KerasOrder.THEANO.convert(raw).get("convolution2d_1_W").floats();
        for (int i = 0; i < 9; i++) {
            assertThat(turned[i]).isEqualTo(kernel[8 - i]);
        }
    }

    private static Path published(String name) {
        Path data = Path.of(Objects.requireNonNullElse(System.getenv("VUNG_DATA"), "none"));
        Path file = data.resolveSibling("weights").resolve(name);
        assumeTrue(Files.isRegularFile(file), "VUNG_DATA has no neighbour weights/" + name);
        return file;
    }
}
