package org.vung.catalog;

import java.util.List;
import java.util.Locale;
import org.vung.Segmenter;
import org.vung.classic.regionmerging.RegionMerging;
import org.vung.classic.watershed.Flooding;
import org.vung.classic.watershed.Watershed;
import org.vung.grid.Neighbourhood;

/** Watershed and the merging of regions. */
final class WatershedMethods {

    private WatershedMethods() {}

    static List<Method> all() {
        return List.of(watershed(), merge());
    }

    private static Method watershed() {
        return Method.ofRegions(
                "watershed",
                "floods the gradient, or cuts touching blobs apart at their necks",
                "Beucher and Meyer 1993; flooding as scikit-image 0.19, label for label",
                List.of(
                        Option.word(
                                "on",
                                "gradient",
                                "regions end at edges, or blobs end at necks",
                                "gradient",
                                "distance"),
                        Option.integer("markers", 0, "about so many on a regular grid; auto: minima of the relief")
                                .atLeast(1)
                                .orDefaultWord("auto"),
                        Option.number("sigma", 2, "smoothing beforehand, pixels")
                                .atLeast(0)
                                .atMost(1000),
                        Option.integer("min-distance", 10, "rows or columns between automatic markers")
                                .atLeast(1),
                        Option.word(
                                "objects",
                                "auto",
                                "for distance: the side of Otsu's threshold; auto: the rarer on the rim",
                                "auto",
                                "bright",
                                "dark"),
                        Option.word("connectivity", "4", "neighbours water flows to", "4", "8"),
                        Option.number("compactness", 0, "rounder regions: added height per pixel from the marker")
                                .atLeast(0),
                        Option.flag("line", false, "leave a line of label 0 between regions")),
                WatershedMethods::watershed);
    }

    private static Segmenter watershed(Values values) {
        return new Watershed(new Watershed.Options(
                Watershed.On.valueOf(upper(values, "on")),
                values.is("markers", "auto") ? 0 : values.integer("markers"),
                values.number("sigma"),
                values.integer("min-distance"),
                Watershed.Objects.valueOf(upper(values, "objects")),
                new Flooding(
                        Neighbourhood.of(values.integer("connectivity")),
                        values.number("compactness"),
                        values.flag("line"))));
    }

    private static Method merge() {
        return Method.ofRegions(
                "merge",
                "joins touching regions of another method while their mean colours are alike",
                "Trémeau and Colantoni, TIP 2000; joins as scikit-image 0.19",
                List.of(
                        Option.word(
                                "over",
                                "slic",
                                "makes the small regions, with its own defaults",
                                "slic",
                                "felzenszwalb",
                                "quickshift",
                                "watershed"),
                        Option.number("threshold", 30, "joins pairs nearer than this, where white is 255")
                                .atLeast(0),
                        Option.integer(
                                        "regions",
                                        0,
                                        "joins the nearest pair until so many are left; auto: by threshold")
                                .atLeast(1)
                                .orDefaultWord("auto"),
                        Option.word(
                                "by",
                                "hierarchy",
                                "measure anew after every joining, or cut the first graph",
                                "hierarchy",
                                "cut")),
                WatershedMethods::merge);
    }

    private static Segmenter merge(Values values) {
        return new RegionMerging(
                Catalog.segmenter(values.text("over")),
                new RegionMerging.Options(
                        RegionMerging.Rule.valueOf(upper(values, "by")),
                        values.number("threshold"),
                        values.is("regions", "auto") ? 0 : values.integer("regions")));
    }

    private static String upper(Values values, String option) {
        return values.text(option).toUpperCase(Locale.ROOT);
    }
}
