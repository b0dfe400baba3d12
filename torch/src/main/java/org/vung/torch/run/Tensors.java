package org.vung.torch.run;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.nets.layer.Shape;

/** The border between arrays and tensors. */
final class Tensors {

    private Tensors() {}

    static Tensor of(float[] numbers, long... dimensions) {
        return Tensor.create(numbers, dimensions);
    }

    /** [N, C, H, W] in the order that convolutions like best: the channels of a pixel side by side. */
    static Tensor of(Maps maps) {
        Shape shape = maps.shape();
        Tensor planes = of(maps.numbers(), maps.count(), shape.channels(), shape.height(), shape.width());
        return planes.contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** [N, H, W, C] samples of images, taken over as [N, C, H, W] without a copy: their channels lie side by side already. */
    static Tensor ofInterleaved(float[] samples, long count, Shape shape) {
        return of(samples, count, shape.height(), shape.width(), shape.channels())
                .permute(0, 3, 1, 2);
    }

    /** Float32 numbers of a tensor of any type and order, the last dimension fastest. */
    static float[] toFloats(Tensor tensor) {
        Tensor plain = tensor.to(torch.ScalarType.Float).contiguous();
        float[] numbers = new float[Math.toIntExact(plain.numel())];
        FloatBuffer buffer = plain.createBuffer();
        buffer.get(numbers);
        return numbers;
    }

    /** Whole numbers of a tensor of any type and order, the last dimension fastest. */
    static int[] toInts(Tensor tensor) {
        Tensor plain = tensor.to(torch.ScalarType.Int).contiguous();
        int[] numbers = new int[Math.toIntExact(plain.numel())];
        IntBuffer buffer = plain.createBuffer();
        buffer.get(numbers);
        return numbers;
    }

    /** A map [N, C, H, W]. */
    static Maps toMaps(Tensor tensor) {
        Shape shape = new Shape(
                Math.toIntExact(tensor.size(1)), Math.toIntExact(tensor.size(2)), Math.toIntExact(tensor.size(3)));
        return new Maps(Math.toIntExact(tensor.size(0)), shape, toFloats(tensor));
    }
}
