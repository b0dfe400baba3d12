package org.vung.nets.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {

    private static Shape shape(String text) {
        int[] numbers =
                Arrays.stream(text.split("×")).mapToInt(Integer::parseInt).toArray();
        return new Shape(numbers[0], numbers[1], numbers[2]);
    }

    private static List<Shape> shapes(String text) {
        return Arrays.stream(text.split(" ")).map(ShapesTest::shape).toList();
    }

    static List<Arguments> table() {
        Padding uneven = new Padding(Padding.Kind.EXPLICIT, 1, 2, 3, 4);
        return List.of(
                arguments(Convolution.of(1, 64, 3), "1×572×572", "64×570×570"),
                arguments(Convolution.of(3, 64, 7).withStride(2).withPadding(3), "3×224×224", "64×112×112"),
                arguments(Convolution.of(3, 8, 3).withDilation(4), "3×20×21", "8×12×13"),
                arguments(Convolution.of(3, 8, 3).withStride(2).withPadding(Padding.SAME), "3×7×8", "8×4×4"),
                arguments(Convolution.of(3, 8, 1).withStride(3).withPadding(Padding.SAME), "3×7×8", "8×3×3"),
                arguments(Convolution.of(3, 8, 4).withPadding(Padding.SAME), "3×7×8", "8×7×8"),
                arguments(Convolution.of(3, 8, 3).withPadding(uneven), "3×7×8", "8×8×13"),
                arguments(TransposedConvolution.of(1, 1, 2, 2), "1×28×28", "1×56×56"),
                arguments(TransposedConvolution.of(1, 1, 4, 2).withPadding(Padding.of(1)), "1×8×8", "1×16×16"),
                arguments(TransposedConvolution.of(1, 1, 3, 2).withDilation(3), "1×4×4", "1×13×13"),
                arguments(TransposedConvolution.of(1, 1, 64, 32).withPadding(Padding.of(16)), "1×7×7", "1×224×224"),
                arguments(MaxPool.of(2, 2), "5×7×8", "5×3×4"),
                arguments(MaxPool.of(2, 2).withCeil(), "5×7×8", "5×4×4"),
                arguments(MaxPool.of(2, 2).withCeil(), "5×1×2", "5×1×1"),
                arguments(MaxPool.of(3, 2).withPadding(1), "5×112×112", "5×56×56"),
                arguments(MaxPool.of(3, 2).withPadding(1).withCeil(), "5×6×7", "5×4×4"),
                arguments(MaxPool.of(2, 3).withPadding(1).withCeil(), "5×5×6", "5×2×3"),
                arguments(MaxPool.of(1, 3).withCeil(), "5×2×4", "5×1×2"),
                arguments(AveragePool.of(2, 2), "5×7×8", "5×3×4"),
                arguments(AdaptiveAveragePool.global(), "5×7×8", "5×1×1"),
                arguments(new AdaptiveAveragePool(new Extent(3, 20)), "5×7×8", "5×3×20"),
                arguments(MaxUnpool.of(MaxPool.of(2, 2)), "5×3×4 5×3×4 9×7×8", "5×7×8"),
                arguments(new Upsample(2, Interpolation.NEAREST), "5×7×8", "5×14×16"),
                arguments(new Resize(Interpolation.BILINEAR), "5×7×8 3×21×5", "5×21×5"),
                arguments(new BedOfNails(3), "5×7×8", "5×21×24"),
                arguments(new InputDilation(3), "5×7×8", "5×19×22"),
                arguments(new PixelShuffle(2), "8×3×5", "2×6×10"),
                arguments(new Crop(1, 2, 3, 4), "5×10×10", "5×7×3"),
                arguments(CropLike.CENTRE, "5×64×65 9×56×56", "5×56×56"),
                arguments(new CropLike(5), "5×64×65 9×56×56", "5×56×56"),
                arguments(new Pad(uneven, Pad.Fill.ZERO), "5×10×10", "5×13×17"),
                arguments(new Pad(Padding.of(9), Pad.Fill.REFLECT), "5×10×10", "5×28×28"),
                arguments(new Concatenate(), "5×7×8 3×7×8 1×7×8", "9×7×8"),
                arguments(new Add(), "5×7×8 5×7×8", "5×7×8"),
                arguments(new Multiply(), "5×7×8 5×1×1", "5×7×8"),
                arguments(new Multiply(), "5×7×8 5×7×8", "5×7×8"),
                arguments(new Flatten(), "512×7×7", "25088×1×1"),
                arguments(new Linear(25088, 4096, true), "25088×1×1", "4096×1×1"),
                arguments(BatchNorm.of(5), "5×7×8", "5×7×8"),
                arguments(new GroupNorm(5, 5, 1e-5), "5×7×8", "5×7×8"),
                arguments(new InstanceNorm(5, 1e-5, false), "5×7×8", "5×7×8"),
                arguments(Activation.relu(), "5×7×8", "5×7×8"),
                arguments(new PRelu(1), "5×7×8", "5×7×8"),
                arguments(new Dropout(0.5, false), "5×7×8", "5×7×8"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyLayerKnowsItsShape(Layer layer, String inputs, String output) {
        assertThat(layer.shape(shapes(inputs))).isEqualTo(shape(output));
    }

    /** (W − 1)S + F; Keras's valid W·S + max(F − S, 0); Keras's same W·S. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 3, 5, 6, 6",
        "7, 7, 32, 199, 224, 224",
        "7, 32, 32, 224, 224, 224",
        "7, 64, 32, 256, 256, 224",
        "4, 5, 2, 11, 11, 8",
        "4, 3, 2, 9, 9, 8",
        "4, 1, 2, 7, 8, 8",
        "28, 2, 2, 56, 56, 56",
        "5, 3, 1, 7, 7, 5"
    })
    void transposedConvolutionAsTorchAndAsKeras(int width, int kernel, int stride, int torch, int valid, int same) {
        List<Shape> input = List.of(new Shape(1, width, width));
        assertThat(TransposedConvolution.of(1, 1, kernel, stride).shape(input).width())
                .isEqualTo(torch);
        assertThat(TransposedConvolution.kerasValid(1, 1, kernel, stride)
                        .shape(input)
                        .width())
                .isEqualTo(valid)
                .isEqualTo(width * stride + Math.max(kernel - stride, 0));
        assertThat(TransposedConvolution.kerasSame(1, 1, kernel, stride)
                        .shape(input)
                        .width())
                .isEqualTo(same)
                .isEqualTo(width * stride);
    }

    /** W = 2, S = 3, F = 2, P = 2 → 7. */
    @Test
    void theTutorialsOutputPaddingIsLegalAndTheNextIsNot() {
        TransposedConvolution layer = TransposedConvolution.of(1, 1, 2, 3);
        assertThat(layer.withOutputPadding(2).shape(shapes("1×2×2"))).isEqualTo(shape("1×7×7"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.withOutputPadding(3))
                .withMessage(
                        "output padding must be below the stride or dilation 3, got 3; take a larger kernel instead");
        assertThat(layer.withDilation(5).withOutputPadding(4).shape(shapes("1×2×2")))
                .isEqualTo(shape("1×13×13"));
    }

    @Test
    void sameAddsTheOddOneAfter() {
        assertThat(Padding.SAME.along(Axis.ROWS, 8, 4, 1)).isEqualTo(new Padding.Pads(1, 2));
        assertThat(Padding.SAME.along(Axis.ROWS, 8, 3, 2)).isEqualTo(new Padding.Pads(0, 1));
        assertThat(Padding.SAME.along(Axis.ROWS, 7, 3, 2)).isEqualTo(new Padding.Pads(1, 1));
        assertThat(Padding.SAME.along(Axis.ROWS, 8, 1, 3)).isEqualTo(new Padding.Pads(0, 0));
        assertThat(Padding.SAME.along(Axis.ROWS, 8, 3, Integer.MAX_VALUE)).isEqualTo(new Padding.Pads(0, 0));
        TransposedConvolution same = TransposedConvolution.kerasSame(1, 1, 5, 2);
        assertThat(same.padding()).isEqualTo(new Padding(Padding.Kind.EXPLICIT, 1, 2, 1, 2));
    }

    static List<Arguments> misfits() {
        return List.of(
                arguments(
                        Convolution.of(3, 8, 3),
                        "4×9×9",
                        "its input must have 3 channels, got 4×9×9; give the layer 4"),
                arguments(Convolution.of(3, 8, 3), "3×2×9", "at least as large as the window of 3×3"),
                arguments(Convolution.of(3, 8, 3), "3×9×9 3×9×9", "it must have 1 input, got 2"),
                arguments(
                        TransposedConvolution.of(1, 1, 2, 2).withPadding(Padding.of(1)),
                        "1×1×1",
                        "must be at least 1×1, got 0×0"),
                arguments(MaxPool.of(4, 4), "1×3×9", "take a larger image or more padding"),
                arguments(MaxUnpool.of(MaxPool.of(2, 2)), "5×3×4 5×3×3 5×7×8", "got 5×3×4 and 5×3×3; unpool where"),
                arguments(new PixelShuffle(2), "6×3×5", "multiple of 4, got 6×3×5"),
                arguments(new PixelShuffle(1 << 20), "6×3×5", "overflow"),
                arguments(new Crop(5, 5, 0, 0), "5×10×10", "got 5×10×10 and Crop[top=5"),
                arguments(new Crop(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0), "5×10×10", "crop less"),
                arguments(CropLike.CENTRE, "5×9×9 5×10×10", "got 5×9×9 and 5×10×10; crop the larger one"),
                arguments(new CropLike(5), "5×64×64 5×60×60", "cover the second at offset 5"),
                arguments(new CropLike(Integer.MAX_VALUE), "5×64×64 5×60×60", "cover the second at offset"),
                arguments(new Pad(Padding.of(10), Pad.Fill.REFLECT), "5×10×10", "larger than the mirrored 10 pixels"),
                arguments(new Pad(Padding.of(Integer.MAX_VALUE), Pad.Fill.ZERO), "5×10×10", "overflow"),
                arguments(new Concatenate(), "5×7×8 5×7×9", "got [5×7×8, 5×7×9]; crop, pad or resize one of them"),
                arguments(new Concatenate(), "2147483647×1×1 2147483647×1×1 3×1×1", "overflow"),
                arguments(new Add(), "5×7×8 6×7×8", "project one with a 1×1 convolution"),
                arguments(new Add(), "5×7×8", "it must have at least 2 inputs, got 1"),
                arguments(new Multiply(), "5×7×8 4×1×1", "must be 5×7×8 or 5×1×1, got 4×1×1; pool or project it"),
                arguments(new Linear(5, 3, true), "5×2×1", "must be 5×1×1, got 5×2×1; flatten or pool it first"),
                arguments(new Flatten(), "2147483647×2147483647×4", "overflow"),
                arguments(new Upsample(1 << 30, Interpolation.NEAREST), "1×4×4", "overflow"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatDoesNotFitIsToldWithShapesAndMend(Layer layer, String inputs, String message) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> layer.shape(shapes(inputs)))
                .withMessageContaining(message);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        Extent one = Extent.square(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Convolution.of(0, 1, 1))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Convolution.of(4, 6, 3).withGroups(4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Convolution.of(4, 6, 3).withStride(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxUnpool(one, Extent.square(0), Padding.VALID));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxUnpool(one, one, Padding.SAME));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxPool.of(3, 2).withPadding(2))
                .withMessage("padding must be at most half the window, 1, got 2×2; pad in a layer before");
        assertThatIllegalArgumentException().isThrownBy(() -> new Activation(Activation.Function.RELU, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchNorm(1, 0, 0.1, true, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dropout(1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pad(Padding.SAME, Pad.Fill.ZERO));
    }
}
