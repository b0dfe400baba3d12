package org.vung.cli.explain;

import org.vung.cli.report.Explanation;
import org.vung.cli.terminal.Terminal;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Upsample;
import org.vung.nets.worked.Numbers;
import org.vung.nets.worked.Worked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vung explain upsample}: copies and straight lines. */
@Command(
        name = "upsample",
        description = {
            "Upsampling by copies and along straight lines.",
            "UpSampling2D of the tutorial, section 6: sizes, receptive field, a small grid."
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  vung explain upsample --width 3 --factor 2")
final class UpsampleTopic extends LayerTopic {

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

    UpsampleTopic(Terminal terminal) {
        super(terminal);
    }

    @Override
    Explanation explanation() {
        check("--width", width, 1);
        check("--factor", factor, 1);
        Upsample nearest = new Upsample(factor, Interpolation.NEAREST);
        Upsample bilinear = new Upsample(factor, Interpolation.BILINEAR);
        int out = width(nearest, width);
        Explanation told = new Explanation("upsample", "Upsampling by a whole factor, without weights")
                .option("width", width)
                .option("factor", factor)
                .heading("Size along one axis")
                .size("output", "W_out = W·f = " + width + "·" + factor, out)
                .heading("Receptive field, input pixels per output pixel along one axis")
                .fact("receptive_field_nearest", "nearest: ", receptiveField(width, nearest))
                .fact("receptive_field_bilinear", "bilinear:", receptiveField(width, bilinear));
        if (fits(out)) {
            grids(told, nearest, bilinear);
        }
        return told.note(
                "Keras: UpSampling2D(size=" + factor
                        + ") copies, interpolation=\"bilinear\" has the centres of pixels half a",
                "pixel inside, as PyTorch with align_corners=False. With align_corners=True corners meet corners.");
    }

    private void grids(Explanation told, Upsample nearest, Upsample bilinear) {
        Numbers input = Numbers.counting(width);
        Upsample corners = new Upsample(factor, Interpolation.BILINEAR_CORNERS);
        told.grid("input", "Input", input)
                .grid("nearest", "Nearest: each number copied", Worked.upsample(nearest, input))
                .grid("bilinear", "Bilinear", Worked.upsample(bilinear, input))
                .grid("bilinear_corners", "Bilinear, corners on corners", Worked.upsample(corners, input));
    }
}
