package org.vung.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.ColourSums;
import org.vung.label.LabelMap;

/**
 * Regions summed up from the first row of an image to its last. Areas, boxes and colours of whole numbers are exactly those of
 * {@link Regions}; means of floats differ by their rounding.
 */
public final class RegionSums {

    private final Size size;
    private final int[] areas;
    private final int[] top;
    private final int[] bottom;
    private final int[] left;
    private final int[] right;
    private double[] colours = new double[0];
    private int known;

    /**
     * Sums of nothing yet.
     *
     * @param size of all rows together
     * @param labels that may occur, 0 … {@code labels} − 1
     */
    public RegionSums(Size size, int labels) {
        this.size = size;
        areas = new int[labels];
        top = new int[labels];
        bottom = new int[labels];
        left = new int[labels];
        right = new int[labels];
        Arrays.fill(left, Integer.MAX_VALUE);
    }

    /**
     * Takes the next rows.
     *
     * @param image rows in their full width; opacity is left out
     * @param labels of these rows
     */
    public void add(Image image, LabelMap labels) {
        double[] sums = ColourSums.of(image, labels);
        if (colours.length == 0) {
            colours = new double[areas.length * image.colourChannels()];
        }
        for (int at = 0; at < sums.length; at++) {
            colours[at] += sums[at];
        }
        int[] names = labels.sharedLabels();
        int width = size.width();
        for (int row = 0; row < image.height(); row++) {
            int from = row * width;
            for (int start = 0, end; start < width; start = end) {
                int label = names[from + start];
                end = start + 1;
                while (end < width && names[from + end] == label) {
                    end++;
                }
                addRun(label, known + row, start, end);
            }
        }
        known += image.height();
    }

    private void addRun(int label, int row, int start, int end) {
        if (areas[label] == 0) {
            top[label] = row;
        }
        areas[label] += end - start;
        bottom[label] = row;
        left[label] = Math.min(left[label], start);
        right[label] = Math.max(right[label], end - 1);
    }

    /**
     * The regions that have pixels.
     *
     * @return in the order of their labels
     * @throws IllegalStateException before the last row
     */
    public List<RegionSummary> regions() {
        if (known < size.height()) {
            throw new IllegalStateException("rows must be " + size.height() + ", got " + known);
        }
        List<RegionSummary> regions = new ArrayList<>();
        for (int label = 0; label < areas.length; label++) {
            if (areas[label] > 0) {
                regions.add(region(label));
            }
        }
        return Collections.unmodifiableList(regions);
    }

    private RegionSummary region(int label) {
        int area = areas[label];
        Box box = new Box(top[label], left[label], bottom[label] - top[label] + 1, right[label] - left[label] + 1);
        int channels = colours.length / areas.length;
        List<Double> mean = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            mean.add(colours[label * channels + channel] / area);
        }
        return new RegionSummary(label, area, (double) area / size.pixels(), box, mean);
    }
}
