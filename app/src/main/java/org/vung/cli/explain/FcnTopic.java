package org.vung.cli.explain;

import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.TransposedConvolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain fcn}: the last layer of the tutorial's FCN. */
@Command(
        name = "fcn",
        description = {
            "The kernel that takes the tutorial's FCN from 7 to 224.",
            "What the formula gives, what Keras and PyTorch make of it, what the paper does."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain fcn --width 14 --target 224 --stride 16")
final class FcnTopic extends LayerTopic {

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Length of the input along one axis, W. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7")
    private int width;

    @Option(
            names = "--target",
            paramLabel = "W_OUT",
            description = "Length the output is to have. Default: ${DEFAULT-VALUE}.",
            defaultValue = "224")
    private int target;

    @Option(
            names = "--stride",
            paramLabel = "S",
            description = "Step, S. Default: ${DEFAULT-VALUE}.",
            defaultValue = "32")
    private int stride;

    FcnTopic(Terminal terminal) {
        super(terminal);
    }

    private static final int CLASSES = 21;

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--target", target, 1);
        check("--stride", stride, 1);
        int seed = target - width * (stride - 1);
        int right = target - (width - 1) * stride;
        Explanation told = new Explanation("fcn", "FCN: one transposed convolution from " + width + " to " + target)
                .option("width", width)
                .option("target", target)
                .option("stride", stride)
                .heading("The kernel's length F from W_out = (W − 1)·S + F")
                .size(
                        "kernel_tutorial",
                        "as the tutorial solves it: F = W_out − W(S − 1) = " + target + " − " + width + "·"
                                + (stride - 1),
                        seed)
                .size(
                        "kernel",
                        "solved:                    F = W_out − (W − 1)·S = " + target + " − " + (width - 1) + "·"
                                + stride,
                        right);
        if (seed >= 1) {
            kernel(told, "tutorial", seed);
        }
        if (right >= 1) {
            kernel(told, "solved", right);
        }
        kernel(told, "paper", 2 * stride);
        remark(told, seed, right);
        return told.note(
                "The paper (Long et al. 2015) takes F = 2S, starts it as bilinear interpolation and crops the output to the",
                "image; neighbouring kernels overlap, so no block edges show.");
    }

    private void kernel(Explanation told, String name, int kernel) {
        TransposedConvolution layer = TransposedConvolution.of(CLASSES, CLASSES, kernel, stride);
        long parameters =
                layer.parameters().stream().mapToLong(Parameter::numbers).sum();
        told.heading("With F = " + kernel + " (" + name + ")")
                .size(
                        name + "_torch",
                        "formula (1), PyTorch: (W − 1)·S + F = " + (width - 1) + "·" + stride + " + " + kernel,
                        width(TransposedConvolution.of(1, 1, kernel, stride), width))
                .size(
                        name + "_keras_valid",
                        "Keras valid: W·S + max(F − S, 0) = " + width + "·" + stride + " + "
                                + Math.max(kernel - stride, 0),
                        width(TransposedConvolution.kerasValid(1, 1, kernel, stride), width))
                .size(
                        name + "_keras_same",
                        "Keras same:  W·S = " + width + "·" + stride,
                        width(TransposedConvolution.kerasSame(1, 1, kernel, stride), width))
                .size(name + "_parameters", "parameters, 21 → 21 classes: F²·21·21 + 21", parameters);
    }

    private void remark(Explanation told, int seed, int right) {
        if (seed < 1 || seed == right) {
            return;
        }
        int torch = width(TransposedConvolution.of(1, 1, seed, stride), width);
        told.note(
                "The tutorial's F = " + seed + " does not follow from its formula, which asks for F = " + right + ".",
                "By the formula, and in PyTorch, F = " + seed + " gives " + torch + " and not " + target + ".");
        if (seed < stride && width(TransposedConvolution.kerasValid(1, 1, seed, stride), width) == target) {
            int spare = stride - seed;
            told.note(
                    "F = " + seed + " gives " + target
                            + " only by Keras's own rule W·S + max(F − S, 0) for F < S. An output",
                    "padding of S − F = " + spare + " makes PyTorch do as Keras does. Of every " + stride
                            + " columns only " + seed + " then",
                    "see the input at all; the other " + spare + " hold the bias alone.");
        }
    }
}
