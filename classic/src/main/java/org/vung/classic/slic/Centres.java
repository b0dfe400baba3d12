package org.vung.classic.slic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/**
 * The centres of the clusters in place and colour: row, column, then a number a channel. A centre that lost all its pixels
 * is NaN and finds none again.
 */
final class Centres {

    static final int ROW = 0;
    static final int COLUMN = 1;
    static final int COLOUR = 2;

    private final Features features;
    private final Size size;
    private final double[][] centres;
    private final double[] farthest;
    private final boolean adaptive;
    private final double placeWeight;
    private final int rowReach;
    private final int columnReach;
    private final int[] top;
    private final int[] bottom;
    private final int[] left;
    private final int[] right;

    /**
     * Centres on the seeds, without colour: all are as far from a pixel's colour, so the first assignment is by place.
     *
     * @param adaptive SLICO: colour distances are divided by the farthest colour met in the cluster so far
     */
    Centres(Features features, SeedGrid seeds, boolean adaptive) {
        this.features = features;
        this.size = features.size();
        this.adaptive = adaptive;
        centres = new double[seeds.count()][COLOUR + features.planes().length];
        for (int k = 0; k < centres.length; k++) {
            centres[k][ROW] = seeds.row(k);
            centres[k][COLUMN] = seeds.column(k);
        }
        farthest = new double[centres.length];
        Arrays.fill(farthest, 1);
        float step = Math.max(seeds.rowStep(), seeds.columnStep());
        placeWeight = 1.0 / (step * step);
        SeedGrid window = SeedGrid.over(size, centres.length);
        rowReach = 2 * window.rowStep();
        columnReach = 2 * window.columnStep();
        top = new int[centres.length];
        bottom = new int[centres.length];
        left = new int[centres.length];
        right = new int[centres.length];
        openWindows();
    }

    private void openWindows() {
        for (int k = 0; k < centres.length; k++) {
            top[k] = (int) Math.max(centres[k][ROW] - rowReach, 0);
            bottom[k] = (int) Math.min(centres[k][ROW] + rowReach + 1, size.height());
            left[k] = (int) Math.max(centres[k][COLUMN] - columnReach, 0);
            right[k] = (int) Math.min(centres[k][COLUMN] + columnReach + 1, size.width());
        }
    }

    /**
     * Gives every pixel the nearest centre among those whose window holds it, the first if several are as near.
     *
     * @param clusters receives the centre of each pixel; pixels in no window keep theirs
     * @return whether any pixel changed
     */
    boolean assign(int[] clusters) {
        return RowBands.map(size.height(), (from, to) -> assign(clusters, from, to))
                .contains(true);
    }

    private boolean assign(int[] clusters, int from, int to) {
        int[] near = IntStream.range(0, centres.length)
                .filter(k -> top[k] < to && bottom[k] > from)
                .toArray();
        NearestInRow nearest = new NearestInRow(this, features);
        boolean changed = false;
        for (int row = from; row < to; row++) {
            nearest.begin(clusters, row);
            for (int k : near) {
                if (sees(k, row)) {
                    nearest.offer(k);
                }
            }
            changed |= nearest.end(clusters);
        }
        return changed;
    }

    /** Moves every centre to the mean of its pixels. Each mean is summed in raster order, whatever the threads. */
    void moveToMeans(int[] clusters) {
        int[] areas = new int[centres.length];
        for (int cluster : clusters) {
            areas[cluster]++;
        }
        IntStream.range(0, COLOUR + features.planes().length).parallel().forEach(feature -> {
            double[] sums = feature < COLOUR ? sumPlaces(clusters, feature) : sumPlane(clusters, feature - COLOUR);
            for (int k = 0; k < centres.length; k++) {
                centres[k][feature] = sums[k] / areas[k];
            }
        });
        openWindows();
        if (adaptive) {
            widen(clusters);
        }
    }

    private double[] sumPlaces(int[] clusters, int feature) {
        double[] sums = new double[centres.length];
        int pixel = 0;
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                sums[clusters[pixel++]] += feature == ROW ? row : column;
            }
        }
        return sums;
    }

    /** Neighbours mostly share a cluster, so the sum stays in a register until it changes. */
    private double[] sumPlane(int[] clusters, int channel) {
        double[] plane = features.planes()[channel];
        double[] sums = new double[centres.length];
        int current = 0;
        double sum = 0;
        for (int pixel = 0; pixel < plane.length; pixel++) {
            if (clusters[pixel] != current) {
                sums[current] = sum;
                current = clusters[pixel];
                sum = sums[current];
            }
            sum += plane[pixel];
        }
        sums[current] = sum;
        return sums;
    }

    private void widen(int[] clusters) {
        double[][] planes = features.planes();
        for (int pixel = 0; pixel < clusters.length; pixel++) {
            double[] centre = centres[clusters[pixel]];
            double distance = 0;
            for (int channel = 0; channel < planes.length; channel++) {
                double apart = planes[channel][pixel] - centre[COLOUR + channel];
                distance += apart * apart;
            }
            farthest[clusters[pixel]] = Math.max(farthest[clusters[pixel]], distance);
        }
    }

    /** Row, column and colour. */
    double[] at(int k) {
        return centres[k];
    }

    boolean adaptive() {
        return adaptive;
    }

    double farthest(int k) {
        return farthest[k];
    }

    /** One over the squared step between seeds. */
    double placeWeight() {
        return placeWeight;
    }

    /** Whether a centre's window holds a row. */
    boolean sees(int k, int row) {
        return top[k] <= row && row < bottom[k];
    }

    /** The first column of a centre's window. */
    int left(int k) {
        return left[k];
    }

    /** One past the last column of a centre's window. */
    int right(int k) {
        return right[k];
    }
}
