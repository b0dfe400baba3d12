package org.vung.nets.weights.file;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;

/** Writes small files as Keras does. */
final class KerasFixture {

    private KerasFixture() {}

    /** A layer dense_1 as Keras 2 writes it, and a list of layers, unless there are none to list. */
    static Path write(Path file, String... layers) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup layer = hdf.putGroup("dense_1");
            WritableGroup scope = layer.putGroup("dense_1");
            scope.putDataset("kernel:0", new float[][] {{1, 2, 3}, {4, 5, 6}});
            scope.putDataset("bias:0", new double[] {0.5, -0.5, 0.25});
            scope.putDataset("steps:0", new int[] {7});
            if (layers.length > 0) {
                hdf.putAttribute("layer_names", layers);
                layer.putAttribute(
                        "weight_names", new String[] {"dense_1/kernel:0", "dense_1/bias:0", "dense_1/steps:0"});
            }
        }
        return file;
    }
}
