package org.vung.catalog;

import java.util.List;
import org.vung.classic.felzenszwalb.Felzenszwalb;
import org.vung.classic.slic.Connectivity;
import org.vung.classic.slic.Slic;

/** Superpixels and graph-based regions: SLIC and Felzenszwalb–Huttenlocher. */
final class SuperpixelMethods {

    private SuperpixelMethods() {}

    static List<Method> all() {
        return List.of(slic(), felzenszwalb());
    }

    private static Method slic() {
        return Method.ofRegions(
                "slic",
                "compact superpixels of about one size that keep to contours",
                "Achanta et al., SLIC, TPAMI 2012; labels as scikit-image 0.19",
                List.of(
                        Option.integer("segments", 250, "wanted number of regions")
                                .atLeast(1),
                        Option.number("compactness", 10, "weight of place against colour; try 0.1, 1, 10, 100")
                                .above(0),
                        Option.integer("iterations", 10, "at most so many rounds")
                                .atLeast(1),
                        Option.number("sigma", 0, "smoothing beforehand, pixels")
                                .atLeast(0)
                                .atMost(1000),
                        Option.word("space", "lab", "where colours are compared", "lab", "rgb"),
                        Option.flag("zero", false, "SLICO: every region adapts its own compactness"),
                        Option.flag("connected", true, "regions hang together; small patches join, large ones are cut"),
                        Option.number("min-size", 0.5, "smaller patches join, share of the mean area")
                                .atLeast(0),
                        Option.number("max-size", 3, "larger patches are cut, multiple of the mean area")
                                .above(0)),
                SuperpixelMethods::slic);
    }

    private static Slic slic(Values values) {
        Connectivity connectivity =
                new Connectivity(values.flag("connected"), values.number("min-size"), values.number("max-size"));
        return new Slic(new Slic.Options(
                values.integer("segments"),
                values.number("compactness"),
                values.integer("iterations"),
                values.number("sigma"),
                values.is("space", "lab") ? Slic.Space.LAB : Slic.Space.RGB,
                values.flag("zero"),
                connectivity));
    }

    private static Method felzenszwalb() {
        return Method.ofRegions(
                "felzenszwalb",
                "grows regions along the cheapest edges: follows contours closely, sizes vary with contrast",
                "Felzenszwalb & Huttenlocher, IJCV 2004; labels as scikit-image 0.19",
                List.of(
                        Option.number("scale", 100, "larger joins more: bonus of scale/255/area per region")
                                .atLeast(0),
                        Option.number("sigma", 0.8, "smoothing beforehand, pixels")
                                .atLeast(0)
                                .atMost(1000),
                        Option.integer("min-area", 20, "smaller regions join a neighbour, pixels")
                                .atLeast(0)),
                values -> new Felzenszwalb(new Felzenszwalb.Options(
                        values.number("scale"), values.number("sigma"), values.integer("min-area"))));
    }
}
