package org.vung.classic.slic;

import java.util.Arrays;

/** The search for the nearest centre along one row of pixels; one searcher serves a band of rows. */
final class NearestInRow {

    private final Centres centres;
    private final double[][] planes;
    private final double[][] colours;
    private final double[] columns;
    private final double[] distances;
    private final double[] least;
    private final int[] nearest;
    private int row;
    private int start;

    NearestInRow(Centres centres, Features features) {
        this.centres = centres;
        this.planes = features.planes();
        int width = features.size().width();
        colours = new double[planes.length][width];
        columns = new double[width];
        Arrays.setAll(columns, column -> column);
        distances = new double[width];
        least = new double[width];
        nearest = new int[width];
    }

    /** Goes to a row; its pixels keep their clusters until a centre sees them. */
    void begin(int[] clusters, int newRow) {
        row = newRow;
        start = row * nearest.length;
        System.arraycopy(clusters, start, nearest, 0, nearest.length);
        for (int channel = 0; channel < planes.length; channel++) {
            System.arraycopy(planes[channel], start, colours[channel], 0, nearest.length);
        }
        Arrays.fill(least, Double.MAX_VALUE);
    }

    /** Offers a centre that sees this row to the pixels of its window. */
    void offer(int k) {
        int left = centres.left(k);
        int right = centres.right(k);
        if (planes.length == 3 && !centres.adaptive()) {
            measureThree(centres.at(k), left, right);
        } else {
            measure(centres.at(k), centres.farthest(k), left, right);
        }
        for (int column = left; column < right; column++) {
            double distance = distances[column];
            if (distance < least[column]) {
                least[column] = distance;
                nearest[column] = k;
            }
        }
    }

    /** Writes the row back; answers whether any pixel changed. */
    boolean end(int[] clusters) {
        boolean changed = Arrays.mismatch(nearest, 0, nearest.length, clusters, start, start + nearest.length) >= 0;
        System.arraycopy(nearest, 0, clusters, start, nearest.length);
        return changed;
    }

    private void measure(double[] centre, double farthest, int left, int right) {
        Arrays.fill(distances, left, right, 0);
        for (int channel = 0; channel < planes.length; channel++) {
            double[] samples = colours[channel];
            double colour = centre[Centres.COLOUR + channel];
            for (int column = left; column < right; column++) {
                double apart = samples[column] - colour;
                distances[column] += apart * apart;
            }
        }
        double down = (centre[Centres.ROW] - row) * (centre[Centres.ROW] - row);
        double weight = centres.placeWeight();
        for (int column = left; column < right; column++) {
            double across = centre[Centres.COLUMN] - columns[column];
            distances[column] = (down + across * across) * weight + distances[column] / farthest;
        }
    }

    /**
     * The same for three channels in one loop without a division. The compiler turns it into vectors, five times as fast,
     * because all arrays have one index: hence the copies of the row.
     */
    private void measureThree(double[] centre, int left, int right) {
        double[] first = colours[0];
        double[] second = colours[1];
        double[] third = colours[2];
        double colour1 = centre[Centres.COLOUR];
        double colour2 = centre[Centres.COLOUR + 1];
        double colour3 = centre[Centres.COLOUR + 2];
        double middle = centre[Centres.COLUMN];
        double down = (centre[Centres.ROW] - row) * (centre[Centres.ROW] - row);
        double weight = centres.placeWeight();
        for (int column = left; column < right; column++) {
            double apart1 = first[column] - colour1;
            double apart2 = second[column] - colour2;
            double apart3 = third[column] - colour3;
            double across = middle - columns[column];
            distances[column] =
                    (down + across * across) * weight + (apart1 * apart1 + apart2 * apart2 + apart3 * apart3);
        }
    }
}
