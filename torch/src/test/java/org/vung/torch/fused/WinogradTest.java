package org.vung.torch.fused;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.Convolution;

/** Against libtorch's convolution in double precision. */
class WinogradTest {

    @BeforeAll
    static void load() {
        Loader.load(torch.class);
    }

    @ParameterizedTest(name = "{0} images of {1}x{2}, padding {3}, dilation {4}")
    @CsvSource({
        "1, 3, 3, 0, 1",
        "1, 1, 1, 1, 1",
        "1, 8, 8, 1, 1",
        "2, 9, 14, 1, 1",
        "1, 13, 7, 0, 1",
        "1, 15, 20, 2, 2",
        "2, 11, 17, 4, 4",
        "1, 9, 12, 0, 2",
        "1, 5, 6, 12, 12"
    })
    void everySizeAndDilation(int images, int rows, int columns, int padding, int dilation) {
        Convolution layer = Convolution.of(40, 24, 3)
                .withPadding(padding)
                .withDilation(dilation)
                .withBias();
        compare(layer, images, rows, columns, Tail.NONE, torch.ScalarType.Float, 2e-6);
    }

    @Test
    void moreTilesThanOneBandHolds() {
        Convolution layer = Convolution.of(256, 8, 3).withPadding(1);
        compare(layer, 1, 130, 130, Tail.NONE, torch.ScalarType.Float, 2e-6);
    }

    @Test
    void additionAndFunctionFollow() {
        Convolution layer = Convolution.of(32, 32, 3).withPadding(1);
        Tail relu = Tail.of(Activation.relu());
        compare(layer, 1, 10, 10, relu, torch.ScalarType.Float, 2e-6);
        compare(layer, 1, 10, 10, relu.adding(), torch.ScalarType.Float, 2e-6);
        compare(layer, 1, 10, 10, Tail.leaky(0.1), torch.ScalarType.Float, 2e-6);
    }

    @Test
    void bfloat16IsAsExactAsItsEightBits() {
        Convolution layer = Convolution.of(512, 64, 3).withPadding(1).withBias();
        compare(layer, 1, 16, 16, Tail.NONE, torch.ScalarType.BFloat16, 0.02);
    }

    @Test
    void onlyThreeByThreeOfStrideOneAndManyChannelsFits() {
        Convolution wide = Convolution.of(512, 512, 3);
        assertThat(Winograd.fits(wide, false)).isTrue();
        assertThat(Winograd.fits(wide.withDilation(4), true)).isTrue();
        assertThat(Winograd.fits(wide.withStride(2), false)).isFalse();
        assertThat(Winograd.fits(wide.withGroups(2), false)).isFalse();
        assertThat(Winograd.fits(Convolution.of(512, 512, 1), false)).isFalse();
        assertThat(Winograd.fits(Convolution.of(64, 512, 3), false)).isFalse();
        assertThat(Winograd.fits(Convolution.of(256, 512, 3), true)).isFalse();
    }

    private static void compare(
            Convolution layer, int images, int rows, int columns, Tail tail, torch.ScalarType type, double allowed) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard inference = new NoGradGuard()) {
            torch.manual_seed(5);
            long[] pad = {layer.padding().top(), layer.padding().left()};
            long[] dilation = {layer.dilation().rows(), layer.dilation().columns()};
            Tensor x = torch.randn(images, layer.in(), rows, columns);
            Tensor weight = torch.randn(layer.out(), layer.in(), 3, 3);
            Tensor bias = torch.randn(layer.out());
            Tensor sum = torch.conv2d(
                    exact(x), exact(weight), new TensorOptional(exact(bias)), new long[] {1, 1}, pad, dilation, 1);
            Tensor other = torch.randn(sum.size(0), sum.size(1), sum.size(2), sum.size(3));
            Tensor expected = tail.after(tail.adds() ? sum.add(exact(other)) : sum);
            Winograd ours = new Winograd(weight.to(type), bias.to(type), layer, pad, tail);
            Tensor image = x.to(type).contiguous(torch.MemoryFormat.ChannelsLast);
            Tensor answer = tail.adds() ? ours.run(image, other.to(type)) : ours.run(image);
            assertThat(answer.is_contiguous(torch.MemoryFormat.ChannelsLast)).isTrue();
            assertThat(answer.numel()).isEqualTo(expected.numel());
            double error = exact(answer).sub(expected).abs().max().item_double();
            assertThat(error / expected.abs().max().item_double()).isLessThan(allowed);
        }
    }

    private static Tensor exact(Tensor numbers) {
        return numbers.to(torch.ScalarType.Double);
    }
}
