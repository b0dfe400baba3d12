package org.vung.measure;

import java.util.Arrays;
import java.util.List;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;

/**
 * What is added up per label on the way down the rows: area, box, moments, and the border pixels by the number of their
 * border neighbours. Sums of coordinates are multiples of a quarter, exact up to 2^51.
 */
final class ShapeSums {

    /** Σrow, Σcolumn, Σrow², Σcolumn², Σrow·column. */
    private static final int MOMENTS = 5;

    private final Size size;
    private final int[] areas;
    private final int[] top;
    private final int[] bottom;
    private final int[] left;
    private final int[] right;
    private final double[] moments;
    private final BorderCounts borders;

    private ShapeSums(LabelMap map) {
        int count = map.count();
        size = map.size();
        areas = new int[count];
        top = new int[count];
        bottom = new int[count];
        left = new int[count];
        right = new int[count];
        moments = new double[count * MOMENTS];
        borders = new BorderCounts(map);
        Arrays.fill(top, Integer.MAX_VALUE);
        Arrays.fill(left, Integer.MAX_VALUE);
    }

    /** Adds up rows {@code from} … {@code to} − 1. */
    static ShapeSums ofRows(LabelMap map, int from, int to) {
        ShapeSums sums = new ShapeSums(map);
        int[] labels = map.sharedLabels();
        int width = map.size().width();
        for (int row = from; row < to; row++) {
            int first = row * width;
            for (int start = 0, end; start < width; start = end) {
                int label = labels[first + start];
                end = start + 1;
                while (end < width && labels[first + end] == label) {
                    end++;
                }
                sums.addRun(label, row, start, end);
            }
        }
        sums.borders.addRows(from, to);
        return sums;
    }

    private void addRun(int label, int row, int start, int end) {
        double length = end - start;
        double middle = ((double) start + end - 1) / 2;
        double columns = length * middle;
        areas[label] += end - start;
        top[label] = Math.min(top[label], row);
        bottom[label] = Math.max(bottom[label], row);
        left[label] = Math.min(left[label], start);
        right[label] = Math.max(right[label], end - 1);
        int at = label * MOMENTS;
        moments[at] += row * length;
        moments[at + 1] += columns;
        moments[at + 2] += (double) row * row * length;
        moments[at + 3] += length * middle * middle + length * (length * length - 1) / 12;
        moments[at + 4] += row * columns;
    }

    void add(ShapeSums below) {
        for (int label = 0; label < areas.length; label++) {
            areas[label] += below.areas[label];
            top[label] = Math.min(top[label], below.top[label]);
            bottom[label] = Math.max(bottom[label], below.bottom[label]);
            left[label] = Math.min(left[label], below.left[label]);
            right[label] = Math.max(right[label], below.right[label]);
        }
        for (int at = 0; at < moments.length; at++) {
            moments[at] += below.moments[at];
        }
        borders.add(below.borders);
    }

    int area(int label) {
        return areas[label];
    }

    Region region(int label, List<Double> meanColour) {
        double area = areas[label];
        int at = label * MOMENTS;
        double rows = moments[at];
        double columns = moments[at + 1];
        double square = area * area;
        Ellipse ellipse = Ellipse.ofMoments(
                difference(area, moments[at + 2], rows, rows) / square,
                difference(area, moments[at + 3], columns, columns) / square,
                difference(area, moments[at + 4], rows, columns) / square);
        return new Region(
                label,
                areas[label],
                area / size.pixels(),
                new Box(top[label], left[label], bottom[label] - top[label] + 1, right[label] - left[label] + 1),
                rows / area,
                columns / area,
                borders.perimeter(label),
                ellipse,
                meanColour);
    }

    /** a · b − c · d without the cancellation of rounded products. */
    private static double difference(double a, double b, double c, double d) {
        double first = a * b;
        double second = c * d;
        return (first - second) + (Math.fma(a, b, -first) - Math.fma(c, d, -second));
    }
}
