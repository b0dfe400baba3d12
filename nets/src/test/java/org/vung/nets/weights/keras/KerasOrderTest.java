package org.vung.nets.weights.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.nets.weights.NamedTensor;

class KerasOrderTest {

    @Test
    void tensorflowsKernelsMoveTheirChannelsToTheFront() {
        NamedTensor kernel = counting("conv/kernel", 2, 3, 4, 5); // [H, W, in, out]
        NamedTensor ours = KerasOrder.TENSORFLOW.convert(kernel);
        assertThat(ours.dimensions()).containsExactly(5, 4, 2, 3);
        assertThat(at(ours, 3, 2, 1, 2)).isEqualTo(at(kernel, 1, 2, 2, 3));
    }

    @Test
    void tensorflowsDepthwiseKernelsBecomeGroups() {
        NamedTensor kernel = counting("conv/depthwise_kernel", 2, 3, 4, 5); // [H, W, in, multiplier]
        NamedTensor ours = KerasOrder.TENSORFLOW.convert(kernel);
        assertThat(ours.dimensions()).containsExactly(20, 1, 2, 3);
        assertThat(at(ours, 2 * 5 + 3, 0, 1, 2)).isEqualTo(at(kernel, 1, 2, 2, 3));
    }

    @Test
    void theanosKernelsAreTurnedByHalfACircle() {
        NamedTensor kernel = counting("convolution2d_1_W", 2, 2, 3, 3);
        assertThat(at(KerasOrder.THEANO.convert(kernel), 1, 0, 0, 2)).isEqualTo(at(kernel, 1, 0, 2, 0));
        assertThat(KerasOrder.THEANO_UNTURNED.convert(kernel).floats()).isEqualTo(kernel.floats());
    }

    @Test
    void denseLayersAreTransposedAndBiasesStay() {
        for (KerasOrder order : KerasOrder.values()) {
            NamedTensor dense = order.convert(counting("dense/kernel", 2, 3)); // [in, out]
            assertThat(dense.dimensions()).containsExactly(3, 2);
            assertThat(dense.floats()).containsExactly(0, 3, 1, 4, 2, 5);
            assertThat(order.convert(counting("bias", 3)).floats()).containsExactly(0, 1, 2);
        }
    }

    private static NamedTensor counting(String name, Integer... sizes) {
        float[] numbers = new float[List.of(sizes).stream().reduce(1, (one, other) -> one * other)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return NamedTensor.of(name, List.of(sizes), numbers);
    }

    private static float at(NamedTensor tensor, int... index) {
        int place = 0;
        for (int axis = 0; axis < index.length; axis++) {
            place = place * tensor.dimensions().get(axis) + index[axis];
        }
        return tensor.floats()[place];
    }
}
