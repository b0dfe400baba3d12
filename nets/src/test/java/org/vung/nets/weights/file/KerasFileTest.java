package org.vung.nets.weights.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;

class KerasFileTest {

    @TempDir
    Path folder;

    @Test
    void listsOfLayersGiveNamesAndOrder() throws WeightFileException {
        Weights weights = WeightFiles.read(KerasFixture.write(folder.resolve("a"), "dense_1"));
        assertThat(weights.names()).containsExactly("dense_1/kernel", "dense_1/bias", "dense_1/steps");
        assertThat(weights.get("dense_1/kernel").dimensions()).containsExactly(2, 3);
        assertThat(weights.get("dense_1/kernel").floats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(weights.get("dense_1/bias").floats()).containsExactly(0.5f, -0.5f, 0.25f);
        assertThat(weights.get("dense_1/bias").type()).isEqualTo(ElementType.FLOAT64);
        assertThat(weights.get("dense_1/steps").type()).isEqualTo(ElementType.INT32);
    }

    @Test
    void withoutListsPathsAreNames() throws WeightFileException {
        Weights weights = WeightFiles.read(KerasFixture.write(folder.resolve("a")));
        assertThat(weights.names())
                .containsExactlyInAnyOrder("dense_1/dense_1/kernel", "dense_1/dense_1/bias", "dense_1/dense_1/steps");
    }
}
