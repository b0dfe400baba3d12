package org.vung.catalog;

import java.util.List;
import java.util.Locale;
import org.vung.Segmenter;
import org.vung.classic.meanshift.ColourMeanShift;
import org.vung.classic.meanshift.Kernel;
import org.vung.classic.meanshift.Seeds;
import org.vung.classic.meanshift.Space;
import org.vung.classic.meanshift.joint.JointMeanShift;
import org.vung.classic.quickshift.QuickShift;

/** Methods that climb to the modes of a density: mean shift and quickshift. */
final class ModeMethods {

    private ModeMethods() {}

    static List<Method> all() {
        return List.of(meanshift(), quickshift());
    }

    private static Method quickshift() {
        return Method.ofRegions(
                "quickshift",
                "superpixels by quickshift: every pixel is linked to its nearest neighbour of higher density",
                "Vedaldi and Soatto, ECCV 2008; labels equal scikit-image's",
                List.of(
                        Option.number(
                                        "kernel",
                                        5,
                                        "deviation of the density's Gaussian in pixels; larger gives fewer regions")
                                .atLeast(1)
                                .atMost(500),
                        Option.number("distance", 10, "longer links are cut; larger gives fewer regions")
                                .atLeast(0),
                        Option.number("ratio", 0.5, "weight of colour against place")
                                .atLeast(0)
                                .atMost(1000),
                        Option.number("sigma", 0, "Gaussian blur beforehand in pixels, 0 is none")
                                .atLeast(0)
                                .atMost(500),
                        Option.word(
                                "space",
                                "lab",
                                "where colours are compared: CIELAB, or the channels with white = 1",
                                "lab",
                                "raw"),
                        Option.integer("seed", 42, "of the noise that breaks ties")
                                .atLeast(0)),
                values -> new QuickShift(new QuickShift.Options(
                        values.number("kernel"),
                        values.number("distance"),
                        values.number("ratio"),
                        values.number("sigma"),
                        values.integer("seed"),
                        QuickShift.Space.valueOf(values.text("space").toUpperCase(Locale.ROOT)))));
    }

    private static Method meanshift() {
        return Method.ofRegions(
                "meanshift",
                "modes of the colours' density, as many as there are; or filtering and regions in place and colour",
                "Comaniciu and Meer, PAMI 2002; colour modes equal scikit-learn's",
                List.of(
                        Option.word(
                                "mode",
                                "colour",
                                "climb among colours, or among pixels in place and colour",
                                "colour",
                                "joint"),
                        Option.number("bandwidth", 0, "radius in units of the space (mode colour)")
                                .above(0)
                                .orDefaultWord("auto"),
                        Option.number("quantile", 0.3, "share of pixels within the auto bandwidth (mode colour)")
                                .above(0)
                                .atMost(1),
                        Option.integer("samples", 1000, "pixels that the auto bandwidth is found from (mode colour)")
                                .atLeast(2)
                                .atMost(20000),
                        Option.word(
                                "kernel",
                                "flat",
                                "weights of the neighbours (mode colour)",
                                "flat",
                                "gaussian",
                                "epanechnikov"),
                        Option.word("space", "rgb", "RGB with white = 255, or CIELAB (mode colour)", "rgb", "lab"),
                        Option.word(
                                "seeds",
                                "binned",
                                "start at a grid's knots or at every colour (mode colour)",
                                "binned",
                                "all"),
                        Option.integer("spatial", 20, "reach of the window in pixels (mode joint)")
                                .atLeast(1)
                                .atMost(200),
                        Option.number("range", 40, "radius in colour, white = 255 (mode joint)")
                                .above(0)
                                .atMost(442),
                        Option.number(
                                        "sharing",
                                        0.4,
                                        "pixels this near, in ranges, share a way; 0 is exact (mode joint)")
                                .atLeast(0)
                                .atMost(1),
                        Option.integer("iterations", 300, "the most steps of a centre")
                                .atLeast(1)
                                .atMost(1000)),
                ModeMethods::meanshift);
    }

    private static Segmenter meanshift(Values values) {
        if (values.is("mode", "joint")) {
            return new JointMeanShift(new JointMeanShift.Options(
                    values.integer("spatial"),
                    values.number("range"),
                    values.integer("iterations"),
                    values.number("sharing")));
        }
        return new ColourMeanShift(new ColourMeanShift.Options(
                values.is("bandwidth", "auto") ? 0 : values.number("bandwidth"),
                values.number("quantile"),
                values.integer("samples"),
                Kernel.valueOf(values.text("kernel").toUpperCase(Locale.ROOT)),
                Space.valueOf(values.text("space").toUpperCase(Locale.ROOT)),
                Seeds.valueOf(values.text("seeds").toUpperCase(Locale.ROOT)),
                values.integer("iterations")));
    }
}
