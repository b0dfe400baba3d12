package org.vung.cli.explain;

import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.worked.Numbers;
import org.vung.nets.worked.Worked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain conv-transpose}: transposed convolution. */
@Command(
        name = "conv-transpose",
        description = {
            "Transposed convolution: sizes by formula, a small grid, the way back.",
            "By the formulas (1), (2) and (3) of the tutorial, section 7, by Keras and by PyTorch."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain conv-transpose --width 2 --stride 3 --kernel 2 --output-padding 2")
final class ConvTransposeTopic extends LayerTopic {

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Length of the input along one axis, W. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int width;

    @Option(
            names = "--stride",
            paramLabel = "S",
            description = "Step, S. Default: ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int stride;

    @Option(
            names = "--kernel",
            paramLabel = "F",
            description = "Length of the kernel, F. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int kernel;

    @Option(
            names = "--output-padding",
            paramLabel = "P",
            description = "Columns added at the end, P; below the stride. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int outputPadding;

    @Option(
            names = "--padding",
            paramLabel = "N",
            description = "Cropped from the output before and after. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private int padding;

    @Option(
            names = "--dilation",
            paramLabel = "D",
            description = "Distance between the numbers, D; 1 for none. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int dilation;

    ConvTransposeTopic(Terminal terminal) {
        super(terminal);
    }

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--stride", stride, 1);
        check("--kernel", kernel, 1);
        check("--output-padding", outputPadding, 0);
        check("--padding", padding, 0);
        check("--dilation", dilation, 1);
        TransposedConvolution layer = TransposedConvolution.of(1, 1, kernel, stride)
                .withDilation(dilation)
                .withOutputPadding(outputPadding)
                .withPadding(Padding.of(padding));
        int out = width(layer, width);
        Explanation told = new Explanation(
                        "conv-transpose", "Transposed convolution: each number lays the kernel, S apart")
                .option("width", width)
                .option("stride", stride)
                .option("kernel", kernel)
                .option("output_padding", outputPadding)
                .option("padding", padding)
                .option("dilation", dilation);
        tutorial(told);
        frameworks(told, out);
        told.heading("Receptive field, input pixels per output pixel along one axis")
                .fact("receptive_field", "at most", receptiveField(width, layer));
        wayBack(told, layer, out);
        return told.note(
                "The output padding P adds columns at the end. Nothing is laid there but what kernels reach, so P must be",
                "below the stride (PyTorch: below the larger of stride and dilation). The tutorial does not say so; its",
                "P = 2 with S = 3 is legal, P = 3 would be refused.");
    }

    private void tutorial(Explanation told) {
        int one = (width - 1) * stride + kernel;
        int two = one + outputPadding;
        String begin = "(" + width + " − 1)·" + stride + " + " + kernel;
        told.heading("Size along one axis, as the tutorial has it")
                .size("formula_1", "(1)  W_out = (W − 1)·S + F = " + begin, one)
                .size("formula_2", "(2)  W_out = (W − 1)·S + F + P = " + begin + " + " + outputPadding, two)
                .size(
                        "formula_3",
                        "(3)  W = (W_out − F − P + S) ÷ S = (" + two + " − " + kernel + " − " + outputPadding + " + "
                                + stride + ") ÷ " + stride,
                        (two - kernel - outputPadding + stride) / stride);
    }

    private void frameworks(Explanation told, int out) {
        int valid = width(TransposedConvolution.kerasValid(1, 1, kernel, stride), width);
        int same = width(TransposedConvolution.kerasSame(1, 1, kernel, stride), width);
        String torch = "(" + width + " − 1)·" + stride + " − 2·" + padding + " + " + dilation + "·" + (kernel - 1)
                + " + " + outputPadding + " + 1";
        told.heading("The same in the frameworks")
                .size("torch", "PyTorch:               (W − 1)·S − 2p + D(F − 1) + P + 1 = " + torch, out)
                .size(
                        "keras_valid",
                        "Keras valid, P unset:  W·S + max(F − S, 0) = " + width + "·" + stride + " + max(" + kernel
                                + " − " + stride + ", 0)",
                        valid)
                .size("keras_same", "Keras same, P unset:   W·S = " + width + "·" + stride, same)
                .size(
                        "keras_valid_padded",
                        "Keras valid, P = " + outputPadding + ":    (W − 1)·S + F + P = (" + width + " − 1)·" + stride
                                + " + " + kernel + " + " + outputPadding,
                        (width - 1L) * stride + kernel + outputPadding);
    }

    private void wayBack(Explanation told, TransposedConvolution layer, int out) {
        Convolution back = Convolution.of(1, 1, kernel)
                .withStride(stride)
                .withDilation(dilation)
                .withPadding(padding);
        int returned = width(back, out);
        told.heading("The way back: a convolution of the same kernel and stride over the output")
                .size(
                        "way_back",
                        "⌊(W_out + 2p − D(F − 1) − 1) ÷ S⌋ + 1 = ⌊(" + out + " + 2·" + padding + " − " + dilation + "·"
                                + (kernel - 1) + " − 1) ÷ " + stride + "⌋ + 1",
                        returned);
        if (fits(out)) {
            Numbers input = Numbers.counting(width);
            Numbers numbers = Numbers.counting(kernel);
            Numbers output = Worked.transposed(layer, input, numbers);
            told.grid("input", "Input", input)
                    .grid("kernel", "Kernel", numbers)
                    .grid("output", "Output: kernels laid and added", output)
                    .grid("back", "The way back", Worked.convolution(back, output, numbers));
        }
        told.note(
                (returned == width ? "The shape comes back" : "Not even the shape comes back here")
                        + ", the numbers do not: transposed is not inverse. Where kernels do not overlap,",
                "each number comes back times the sum of the kernel's squares.");
    }
}
