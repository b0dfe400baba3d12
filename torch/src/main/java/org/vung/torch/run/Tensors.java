package org.vung.torch.run;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
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
        Tensor plain = tensor.to(torch.ScalarType.Float).contiguous().cpu();
        float[] numbers = new float[Math.toIntExact(plain.numel())];
        FloatBuffer buffer = plain.createBuffer();
        buffer.get(numbers);
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
