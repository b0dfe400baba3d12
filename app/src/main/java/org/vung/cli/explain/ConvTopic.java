package org.vung.cli.explain;

import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Padding;
import org.vung.nets.worked.Numbers;
import org.vung.nets.worked.Worked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain conv}: convolution. */
@Command(
        name = "conv",
        description = {
            "Convolution: sizes by formula, a small grid worked out.",
            "In Keras and in PyTorch. Defaults: the way back of the tutorial, section 7."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain conv --width 5 --kernel 3 --stride 1 --padding 1")
final class ConvTopic extends LayerTopic {

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Length of the input along one axis, W. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7")
    private int width;

    @Option(
            names = "--kernel",
            paramLabel = "F",
            description = "Length of the kernel, F. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int kernel;

    @Option(
            names = "--stride",
            paramLabel = "S",
            description = "Step, S. Default: ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int stride;

    @Option(
            names = "--padding",
            paramLabel = "N",
            description = "Zeros added before and after. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private int padding;

    @Option(
            names = "--dilation",
            paramLabel = "D",
            description = "Distance between the numbers, D; 1 for none. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int dilation;

    ConvTopic(Terminal terminal) {
        super(terminal);
    }

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--kernel", kernel, 1);
        check("--stride", stride, 1);
        check("--padding", padding, 0);
        check("--dilation", dilation, 1);
        Convolution layer = Convolution.of(1, 1, kernel)
                .withStride(stride)
                .withPadding(padding)
                .withDilation(dilation);
        int out = width(layer, width);
        Explanation told = new Explanation("conv", "Convolution: a window slides over the input")
                .option("width", width)
                .option("kernel", kernel)
                .option("stride", stride)
                .option("padding", padding)
                .option("dilation", dilation);
        sizes(told, layer, out);
        told.heading("Receptive field, input pixels per output pixel along one axis")
                .size(
                        "receptive_field",
                        "D(F − 1) + 1 = " + dilation + "·" + (kernel - 1) + " + 1",
                        receptiveField(width, layer));
        if (fits(width, kernel, out)) {
            grids(told, layer);
        }
        return told.note(
                "What networks call convolution does not turn the kernel round: it is the cross-correlation of signal",
                "processing. A learned kernel does not care.");
    }

    private void sizes(Explanation told, Convolution layer, int out) {
        int window = dilation * (kernel - 1) + 1;
        String torch = "⌊(" + width + " + 2·" + padding + " − " + dilation + "·" + (kernel - 1) + " − 1) ÷ " + stride
                + "⌋ + 1";
        told.heading("Size along one axis")
                .size("output", "PyTorch:     W_out = ⌊(W + 2p − D(F − 1) − 1) ÷ S⌋ + 1 = " + torch, out);
        if (width >= window) {
            told.size(
                    "keras_valid",
                    "Keras valid: W_out = ⌊(W − D(F − 1) − 1) ÷ S⌋ + 1 = ⌊(" + width + " − " + window + ") ÷ " + stride
                            + "⌋ + 1",
                    width(layer.withPadding(Padding.VALID), width));
        }
        told.size(
                "keras_same",
                "Keras same:  W_out = ⌈W ÷ S⌉ = ⌈" + width + " ÷ " + stride + "⌉",
                width(layer.withPadding(Padding.SAME), width));
    }

    private void grids(Explanation told, Convolution layer) {
        Numbers input = Numbers.counting(width);
        Numbers numbers = Numbers.counting(kernel);
        told.grid("input", "Input", input)
                .grid("kernel", "Kernel", numbers)
                .grid("output", "Output: sums of products under the window", Worked.convolution(layer, input, numbers));
    }
}
