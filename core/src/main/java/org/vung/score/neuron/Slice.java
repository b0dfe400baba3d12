package org.vung.score.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.score.Contingency;

/** One slice compared with its truth at every threshold 0, 0.1 … 1; slices are joined by {@link NeuronScores}. */
public final class Slice {

    /** Summed up as the challenge's program does it: the last is a hair below 1, so that sure pixels still exceed it. */
    static final List<Double> THRESHOLDS = thresholds();

    private final List<PairSums> pairs = new ArrayList<>();
    private final List<Entropies> entropies = new ArrayList<>();
    private final List<Double> pixelErrors = new ArrayList<>();

    private Slice() {}

    private static List<Double> thresholds() {
        List<Double> thresholds = new ArrayList<>();
        for (double threshold = 0; threshold <= 1; threshold += 0.1) {
            thresholds.add(threshold);
        }
        return Collections.unmodifiableList(thresholds);
    }

    /**
     * Compares a slice.
     *
     * @param cell where the truth has cells, row by row; the rest is membrane
     * @param probability of a cell, 0 … 1, row by row
     * @param size of the slice
     * @return what its scores are made of
     * @throws IllegalArgumentException if a probability is NaN or lengths differ
     */
    public static Slice of(boolean[] cell, float[] probability, Size size) {
        if (cell.length != size.pixels() || probability.length != cell.length) {
            throw new IllegalArgumentException("truth and probabilities must fill " + size + ", got " + cell.length
                    + " and " + probability.length + " pixels");
        }
        for (int pixel = 0; pixel < probability.length; pixel++) {
            if (Float.isNaN(probability[pixel])) {
                throw new IllegalArgumentException("probabilities must be numbers, got NaN at pixel " + pixel
                        + "; look at what the network answers");
            }
        }
        Slice slice = new Slice();
        int[] cells = cells(cell, size);
        int count = 1 + Arrays.stream(cells).max().orElse(0);
        for (double threshold : THRESHOLDS) {
            slice.add(cell, cells, count, inside(probability, threshold), size);
        }
        return slice;
    }

    private static boolean[] inside(float[] probability, double threshold) {
        boolean[] inside = new boolean[probability.length];
        for (int pixel = 0; pixel < inside.length; pixel++) {
            inside[pixel] = probability[pixel] > threshold;
        }
        return inside;
    }

    /** Cells 1, 2 … where four neighbours touch; 0 on the membrane. */
    private static int[] cells(boolean[] cell, Size size) {
        int[] parts = Components.label(cell, size.height(), size.width(), Neighbourhood.FOUR);
        for (int pixel = 0; pixel < parts.length; pixel++) {
            parts[pixel] = cell[pixel] ? parts[pixel] + 1 : 0;
        }
        return parts;
    }

    private void add(boolean[] cell, int[] cells, int count, boolean[] inside, Size size) {
        int[] thinned = Thinning.label(inside, size.height(), size.width());
        int most = 1 + Arrays.stream(thinned).max().orElse(0);
        Contingency overlaps = Contingency.of(cells, count, thinned, most).withoutFirst(0);
        pairs.add(PairSums.of(overlaps));
        entropies.add(Entropies.of(overlaps));
        int wrong = 0;
        for (int pixel = 0; pixel < cell.length; pixel++) {
            wrong += cell[pixel] == inside[pixel] ? 0 : 1;
        }
        pixelErrors.add((double) wrong / cell.length);
    }

    PairSums pairs(int threshold) {
        return pairs.get(threshold);
    }

    Entropies entropies(int threshold) {
        return entropies.get(threshold);
    }

    double pixelError(int threshold) {
        return pixelErrors.get(threshold);
    }
}
