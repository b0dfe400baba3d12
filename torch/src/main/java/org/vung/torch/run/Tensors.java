package org.vung.torch.run;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.grid.RowBands;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;

/** The border between arrays and tensors. */
public final class Tensors {

    private Tensors() {}

    static Tensor of(float[] numbers, long... dimensions) {
        return Tensor.create(numbers, dimensions);
    }

    /** [N, C, H, W] in the order that convolutions like best: the channels of a pixel side by side. */
    static Tensor of(Maps maps) {
        Shape shape = maps.shape();
        Tensor planes = of(maps.numbers(), maps.count(), shape.channels(), shape.height(), shape.width());
        if (shape.channels() == 1) {
            // A single plane lies the same both ways; strides must say which is meant, or all maps after it are
            // rearranged.
            long[] sizes = {maps.count(), 1, shape.height(), shape.width()};
            return planes.as_strided(sizes, (long) shape.height() * shape.width(), 1, shape.width(), 1);
        }
        return planes.contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** Room for [N, H, W, C] samples, whose channels lie side by side as convolutions like best. */
    static Tensor roomForInterleaved(long count, Shape shape) {
        return torch.empty(count, shape.height(), shape.width(), shape.channels());
    }

    /**
     * The numbers of a tensor.
     *
     * @param tensor of any type, order and device
     * @return float32, the last dimension fastest
     */
    public static float[] toFloats(Tensor tensor) {
        Tensor exact = tensor.to(torch.ScalarType.Float).cpu();
        if (exact.dim() == 4 && !exact.is_contiguous() && exact.is_contiguous(torch.MemoryFormat.ChannelsLast)) {
            return planes(exact);
        }
        Tensor plain = exact.contiguous();
        float[] numbers = new float[Math.toIntExact(plain.numel())];
        FloatBuffer buffer = plain.createBuffer();
        buffer.get(numbers);
        return numbers;
    }

    /**
     * The numbers of a map [N, C, H, W] whose channels lie side by side, plane by plane. Row by row it stays in the caches: a third of
     * the time of libtorch's rearranging.
     */
    private static float[] planes(Tensor map) {
        int channels = Math.toIntExact(map.size(1));
        int rows = Math.toIntExact(map.size(2));
        int columns = Math.toIntExact(map.size(3));
        float[] numbers = new float[Math.toIntExact(map.numel())];
        FloatBuffer pixels = map.permute(0, 2, 3, 1).createBuffer();
        RowBands.forEach(Math.toIntExact(map.size(0)) * rows, (from, to) -> {
            float[] line = new float[columns * channels];
            for (int row = from; row < to; row++) {
                pixels.get(row * line.length, line);
                int start = (row / rows * channels * rows + row % rows) * columns;
                for (int channel = 0; channel < channels; channel++) {
                    int target = start + channel * rows * columns;
                    for (int column = 0; column < columns; column++) {
                        numbers[target + column] = line[column * channels + channel];
                    }
                }
            }
        });
        return numbers;
    }

    /** Whole numbers of a tensor of any type, order and device, the last dimension fastest; valid as long as its scope. */
    static IntBuffer ints(Tensor tensor) {
        return tensor.to(torch.ScalarType.Int).contiguous().cpu().createBuffer();
    }

    /**
     * How large a map is.
     *
     * @param map [N, C, H, W]
     * @return H and W
     */
    public static Extent size(Tensor map) {
        return new Extent(Math.toIntExact(map.size(2)), Math.toIntExact(map.size(3)));
    }

    /** A map [N, C, H, W]. */
    static Maps toMaps(Tensor tensor) {
        Shape shape = new Shape(
                Math.toIntExact(tensor.size(1)), Math.toIntExact(tensor.size(2)), Math.toIntExact(tensor.size(3)));
        return new Maps(Math.toIntExact(tensor.size(0)), shape, toFloats(tensor));
    }
}
