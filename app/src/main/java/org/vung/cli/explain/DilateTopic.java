package org.vung.cli.explain;

import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.worked.Numbers;
import org.vung.nets.worked.Worked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain dilate}: holes in the input and holes in the kernel. */
@Command(
        name = "dilate",
        description = {
            "Dilation: zeros between inputs, zeros between a kernel's numbers.",
            "The one is figure 6 of the tutorial, the other what the word means elsewhere."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain dilate --width 3 --kernel 3 --dilation 2")
final class DilateTopic extends LayerTopic {

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Length of the input along one axis, W. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int width;

    @Option(
            names = "--kernel",
            paramLabel = "F",
            description = "Length of the kernel, F. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int kernel;

    @Option(
            names = "--dilation",
            paramLabel = "D",
            description = "Distance between the numbers, D; 1 for none. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int dilation;

    DilateTopic(Terminal terminal) {
        super(terminal);
    }

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--kernel", kernel, 1);
        check("--dilation", dilation, 1);
        Explanation told = new Explanation("dilate", "Dilation: zeros between numbers, of the input or of the kernel")
                .option("width", width)
                .option("kernel", kernel)
                .option("dilation", dilation);
        input(told);
        kernel(told);
        return told.note(
                "The tutorial calls figure 6 a dilated convolution. It is a transposed convolution of stride D (or one of",
                "fractional stride 1 ÷ D) and makes maps larger. A dilated (à trous) convolution has the holes in its",
                "kernel: it looks further at the same resolution, and makes nothing larger.");
    }

    /** Figure 6. */
    private void input(Explanation told) {
        InputDilation layer = new InputDilation(dilation);
        int zeros = width(layer, width);
        int padded = zeros + 2 * (kernel - 1);
        told.heading("1. Zeros in the input, as the tutorial's figure 6 draws it")
                .size("between", "between: (W − 1)·D + 1 = (" + width + " − 1)·" + dilation + " + 1", zeros)
                .size("around", "around:  + 2(F − 1) = " + zeros + " + 2·" + (kernel - 1), padded)
                .size("output", "convolved: − F + 1 = " + padded + " − " + kernel + " + 1", padded - kernel + 1)
                .size(
                        "transposed",
                        "the same by a transposed convolution, (W − 1)·S + F with S = D",
                        width(TransposedConvolution.of(1, 1, kernel, dilation), width));
        if (fits(padded)) {
            Numbers numbers = Numbers.counting(width);
            Numbers ones = Numbers.of(kernel, kernel, (row, column) -> 1);
            Numbers dilated = Worked.padded(kernel - 1, Worked.inputDilation(layer, numbers));
            told.grid("input", "Input", numbers)
                    .grid("dilated_input", "Zeros between and around", dilated)
                    .grid(
                            "figure_6",
                            "Convolved with ones, " + kernel + "×" + kernel,
                            Worked.convolution(Convolution.of(1, 1, kernel), dilated, ones));
        }
    }

    private void kernel(Explanation told) {
        Convolution layer = Convolution.of(1, 1, kernel).withDilation(dilation);
        int effective = dilation * (kernel - 1) + 1;
        int side = effective + 1;
        told.heading("2. Zeros in the kernel, as the word is used")
                .size("effective_kernel", "D(F − 1) + 1 = " + dilation + "·" + (kernel - 1) + " + 1", effective)
                .fact("receptive_field", "receptive field along one axis:", receptiveField(side, layer))
                .fact(
                        "receptive_field_1_2_4",
                        "of three in a row, dilated by 1, 2 and 4:",
                        receptiveField(
                                8 * kernel, layer.withDilation(1), layer.withDilation(2), layer.withDilation(4)));
        if (fits(side)) {
            Numbers input = Numbers.counting(side);
            Numbers numbers = Numbers.counting(kernel);
            told.grid("kernel", "Kernel", numbers)
                    .grid(
                            "dilated_kernel",
                            "Kernel with its holes",
                            Worked.inputDilation(new InputDilation(dilation), numbers))
                    .grid("kernel_input", "Input", input)
                    .grid("kernel_output", "Output", Worked.convolution(layer, input, numbers));
        }
    }
}
