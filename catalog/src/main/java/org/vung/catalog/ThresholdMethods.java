package org.vung.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vung.Segmenter;
import org.vung.classic.adaptive.Adaptive;
import org.vung.classic.localthreshold.Niblack;
import org.vung.classic.localthreshold.Sauvola;
import org.vung.classic.multiotsu.MultiOtsu;
import org.vung.classic.threshold.Isodata;
import org.vung.classic.threshold.Li;
import org.vung.classic.threshold.Mean;
import org.vung.classic.threshold.Minimum;
import org.vung.classic.threshold.Otsu;
import org.vung.classic.threshold.Threshold;
import org.vung.classic.threshold.Triangle;
import org.vung.classic.threshold.Yen;
import org.vung.image.Grey;

/** Global and local thresholds. */
final class ThresholdMethods {

    private ThresholdMethods() {}

    static List<Method> all() {
        List<Method> methods = new ArrayList<>();
        methods.add(threshold());
        methods.addAll(automatic());
        methods.add(multiOtsu());
        methods.add(adaptive());
        methods.add(sauvola());
        methods.add(niblack());
        return methods;
    }

    private static Method threshold() {
        return Method.ofRegions(
                "threshold",
                "foreground above a fixed grey value",
                "OpenCV's threshold",
                List.of(
                        Option.number(
                                "value", 127, "grey value in units of the image's samples: 0 … 255, 0 … 65535, float"),
                        Option.word(
                                "type",
                                "binary",
                                "what the picture shows; the -inv types also swap the labels",
                                "binary",
                                "binary-inv",
                                "trunc",
                                "tozero",
                                "tozero-inv",
                                "binary_inv",
                                "tozero_inv"),
                        Option.number("max", 255, "what the binary types paint, in the same units"),
                        grey()),
                values -> new Threshold(new Threshold.Options(
                        values.number("value"),
                        Threshold.Type.valueOf(constant(values.text("type"))),
                        values.number("max"),
                        grey(values))));
    }

    private static List<Method> automatic() {
        return List.of(
                automatic(
                        "otsu",
                        "the classes' means farthest apart; two peaks of like width",
                        "N. Otsu 1979",
                        Otsu::new),
                automatic(
                        "triangle",
                        "the corner of a histogram with one peak",
                        "G. Zack, W. Rogers, S. Latt 1977",
                        Triangle::new),
                automatic("li", "least cross entropy", "C. Li, P. Tam 1998", Li::new),
                automatic("yen", "largest correlation criterion", "J.-C. Yen, F.-J. Chang, S. Chang 1995", Yen::new),
                automatic(
                        "isodata",
                        "midway between the means on both sides",
                        "T. Ridler, S. Calvard 1978",
                        Isodata::new),
                automatic(
                        "minimum",
                        "the valley between two peaks of the smoothed histogram",
                        "J. Prewitt, M. Mendelsohn 1966; C. Glasbey 1993",
                        Minimum::new),
                automatic("mean", "the mean grey value", "C. Glasbey 1993", Mean::new));
    }

    private static Method automatic(
            String name, String criterion, String source, Function<Grey, ? extends Segmenter> factory) {
        return Method.ofRegions(
                name,
                "threshold found from the histogram: " + criterion,
                source,
                List.of(grey()),
                values -> factory.apply(grey(values)));
    }

    private static Method multiOtsu() {
        return Method.ofRegions(
                "multi-otsu",
                "several thresholds, so that the classes' means lie farthest apart",
                "P.-S. Liao, T.-S. Chen, P.-C. Chung 2001",
                List.of(
                        Option.integer("classes", 3, "number of classes of brightness")
                                .atLeast(2)
                                .atMost(5),
                        grey()),
                values -> new MultiOtsu(new MultiOtsu.Options(values.integer("classes"), grey(values))));
    }

    private static Method adaptive() {
        return Method.ofRegions(
                "adaptive",
                "foreground above the mean of the square around each pixel; pages of uneven light",
                "P. Wellner 1993, as OpenCV's adaptiveThreshold",
                List.of(
                        Option.integer("block", 11, "side of the square in pixels, odd")
                                .atLeast(3)
                                .atMost(2047),
                        Option.number("c", 2, "what the threshold lies below the mean, in grey levels of 0 … 255"),
                        Option.word("weights", "mean", "how the square's pixels count", "mean", "gaussian"),
                        Option.word(
                                "type",
                                "binary",
                                "binary-inv makes dark writing the foreground",
                                "binary",
                                "binary-inv",
                                "binary_inv"),
                        Option.number("max", 255, "what the picture paints foreground with")
                                .atLeast(0)
                                .atMost(255),
                        grey()),
                values -> new Adaptive(new Adaptive.Options(
                        values.integer("block"),
                        values.number("c"),
                        Adaptive.Weights.valueOf(constant(values.text("weights"))),
                        Adaptive.Type.valueOf(constant(values.text("type"))),
                        values.number("max"),
                        grey(values))));
    }

    private static Method sauvola() {
        return Method.ofRegions(
                "sauvola",
                "foreground above mean · (1 + k · (deviation / r − 1)) of a window; text on stained paper",
                "J. Sauvola, M. Pietikäinen 2000",
                List.of(
                        window(),
                        Option.number("k", 0.2, "weight of the deviation"),
                        Option.number(
                                        "r",
                                        1,
                                        "deviation of the strongest contrast; auto is half the range of the samples")
                                .above(0)
                                .orDefaultWord("auto"),
                        grey()),
                values -> new Sauvola(new Sauvola.Options(
                        values.integer("window"),
                        values.number("k"),
                        values.is("r", "auto") ? 0 : values.number("r"),
                        grey(values))));
    }

    private static Method niblack() {
        return Method.ofRegions(
                "niblack",
                "foreground above mean − k · deviation of a window",
                "W. Niblack 1986",
                List.of(window(), Option.number("k", 0.2, "weight of the deviation"), grey()),
                values -> new Niblack(new Niblack.Options(values.integer("window"), values.number("k"), grey(values))));
    }

    private static Option window() {
        return Option.integer("window", 15, "side of the square in pixels, odd")
                .atLeast(3)
                .atMost(4095);
    }

    private static Option grey() {
        return Option.word(
                "grey",
                "standard",
                "colour to grey; tutorial swaps red and blue as its code does",
                "standard",
                "tutorial");
    }

    private static Grey grey(Values values) {
        return Grey.valueOf(constant(values.text("grey")));
    }

    /** {@code tozero-inv} and OpenCV's {@code tozero_inv} alike. */
    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
