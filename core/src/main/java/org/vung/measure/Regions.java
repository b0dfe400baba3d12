package org.vung.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.label.ColourSums;
import org.vung.label.LabelMap;

/** Measures every region of a label map in one pass over its rows, and its colours in another. */
public final class Regions {

    /** Up to so many labels every band of rows keeps its own sums, and all cores work; beyond, copies cost too much. */
    private static final int MOST_LABELS_PER_BAND = 1 << 12;

    private Regions() {}

    /**
     * Measures shapes.
     *
     * @param labels a region per pixel
     * @return the regions that have pixels, in the order of their labels, without colours
     */
    public static List<Region> of(LabelMap labels) {
        return regions(labels, null);
    }

    /**
     * Measures shapes and mean colours.
     *
     * @param labels a region per pixel
     * @param image of the same size; opacity is left out
     * @return the regions that have pixels, in the order of their labels
     * @throws IllegalArgumentException if the sizes differ
     */
    public static List<Region> of(LabelMap labels, Image image) {
        return regions(labels, image);
    }

    private static List<Region> regions(LabelMap labels, @Nullable Image image) {
        double[] colours = image == null ? new double[0] : ColourSums.of(image, labels);
        int channels = image == null ? 0 : image.colourChannels();
        ShapeSums shapes = shapes(labels);
        List<Region> regions = new ArrayList<>();
        for (int label = 0; label < labels.count(); label++) {
            if (shapes.area(label) > 0) {
                regions.add(shapes.region(label, meanColour(colours, channels, label, shapes.area(label))));
            }
        }
        return Collections.unmodifiableList(regions);
    }

    private static ShapeSums shapes(LabelMap labels) {
        int height = labels.size().height();
        if (labels.count() > MOST_LABELS_PER_BAND) {
            return ShapeSums.ofRows(labels, 0, height);
        }
        List<ShapeSums> bands = RowBands.map(height, (from, to) -> ShapeSums.ofRows(labels, from, to));
        ShapeSums all = bands.get(0);
        bands.subList(1, bands.size()).forEach(all::add);
        return all;
    }

    private static List<Double> meanColour(double[] sums, int channels, int label, int area) {
        List<Double> mean = new ArrayList<>(channels);
        for (int channel = 0; channel < channels; channel++) {
            mean.add(sums[label * channels + channel] / area);
        }
        return mean;
    }
}
