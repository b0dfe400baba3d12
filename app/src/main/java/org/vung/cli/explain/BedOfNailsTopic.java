package org.vung.cli.explain;

import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.worked.Numbers;
import org.vung.nets.worked.Worked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain bed-of-nails}: numbers among zeros. */
@Command(
        name = "bed-of-nails",
        description = "Bed of nails: every number at the top left of a block of zeros.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain bed-of-nails --factor 3")
final class BedOfNailsTopic extends LayerTopic {

    @Option(
            names = "--width",
            paramLabel = "W",
            description = "Length of the input along one axis, W. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int width;

    @Option(
            names = "--factor",
            paramLabel = "N",
            description = "Enlargement. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int factor;

    BedOfNailsTopic(Terminal terminal) {
        super(terminal);
    }

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--factor", factor, 1);
        BedOfNails layer = new BedOfNails(factor);
        int out = width(layer, width);
        Explanation told = new Explanation(
                        "bed-of-nails", "Bed of nails: every number at the top left of a block of zeros")
                .option("width", width)
                .option("factor", factor)
                .heading("Size along one axis")
                .size("output", "W_out = W·f = " + width + "·" + factor, out)
                .heading("Receptive field, input pixels per output pixel along one axis")
                .fact("receptive_field", "at most", receptiveField(width, layer));
        if (fits(out)) {
            Numbers input = Numbers.counting(width);
            TransposedConvolution same = TransposedConvolution.kerasValid(1, 1, 1, factor);
            told.grid("input", "Input", input)
                    .grid("output", "Bed of nails", Worked.bedOfNails(layer, input))
                    .grid(
                            "transposed",
                            "Transposed convolution of F = 1, S = " + factor + ", P = " + (factor - 1)
                                    + " with the kernel 1",
                            Worked.transposed(same, input, Numbers.counting(1)));
        }
        return told.note(
                "Max-unpooling puts the number where the largest was; the bed of nails always at the top left.",
                "It is a transposed convolution with the kernel 1, as the last grid shows.");
    }
}
