package org.vung.nets.weights.keras;

import io.jhdf.api.Dataset;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.Layout;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;

/** Makes tensors of data sets. */
final class DatasetReader {

    /** Deflate packs at most 1032 bytes into one; more than that cannot be in the file. */
    private static final long MOST_PACKED = 1032;

    private final Bytes file;

    DatasetReader(Bytes file) {
        this.file = file;
    }

    NamedTensor read(String name, Dataset dataset) throws WeightFileException {
        long size = dataset.getSizeInBytes();
        if (size < 0 || size > file.length() * MOST_PACKED || size > Integer.MAX_VALUE - 8) {
            throw file.bad(name + " must have at most as many bytes as the file can hold and 2^31 - 9, got " + size
                    + "; the file is truncated or damaged");
        }
        List<Integer> dimensions = new ArrayList<>();
        for (int dimension : dataset.getDimensions()) {
            dimensions.add(dimension);
        }
        return tensor(name, dimensions, dataset.isScalar() ? dataset.getData() : dataset.getDataFlat());
    }

    private NamedTensor tensor(String name, List<Integer> dimensions, Object numbers) throws WeightFileException {
        if (numbers instanceof float[] floats) {
            return NamedTensor.of(name, dimensions, floats);
        } else if (numbers instanceof Float single) {
            return NamedTensor.of(name, dimensions, new float[] {single});
        } else if (numbers instanceof double[] doubles) {
            byte[] bytes = new byte[8 * doubles.length];
            ByteBuffer.wrap(bytes).asDoubleBuffer().put(doubles);
            return stored(name, ElementType.FLOAT64, dimensions, bytes);
        } else if (numbers instanceof long[] longs) {
            byte[] bytes = new byte[8 * longs.length];
            ByteBuffer.wrap(bytes).asLongBuffer().put(longs);
            return stored(name, ElementType.INT64, dimensions, bytes);
        } else if (numbers instanceof int[] ints) {
            byte[] bytes = new byte[4 * ints.length];
            ByteBuffer.wrap(bytes).asIntBuffer().put(ints);
            return stored(name, ElementType.INT32, dimensions, bytes);
        } else if (numbers instanceof byte[] bytes) {
            return stored(name, ElementType.INT8, dimensions, bytes);
        } else if (numbers instanceof Number single) {
            return tensor(name, dimensions, new double[] {single.doubleValue()});
        }
        throw file.bad(name + " must hold numbers of 1, 4 or 8 bytes, got "
                + numbers.getClass().getSimpleName() + "; save the weights alone");
    }

    private NamedTensor stored(String name, ElementType type, List<Integer> dimensions, byte[] bytes) {
        Bytes store = Bytes.of(file.toString(), bytes);
        return NamedTensor.of(name, type, dimensions, Layout.contiguous(store, ByteOrder.BIG_ENDIAN, 0, dimensions));
    }
}
