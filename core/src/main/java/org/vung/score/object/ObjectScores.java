package org.vung.score.object;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.label.LabelMap;

/** One image's matches at thresholds 0.5, 0.55 … 0.95, and its aggregated Jaccard index; images are summed by threshold. */
public final class ObjectScores {

    /** τ. */
    public static final List<Double> THRESHOLDS =
            IntStream.range(0, 10).mapToObj(step -> (50 + 5 * step) / 100.0).toList();

    private final List<Matches> matches = new ArrayList<>();
    private final double aggregatedJaccard;

    private ObjectScores(Overlaps overlaps) {
        for (double threshold : THRESHOLDS) {
            matches.add(overlaps.at(threshold));
        }
        aggregatedJaccard = overlaps.aggregatedJaccard();
    }

    /**
     * Compares the objects of an image.
     *
     * @param truth 0 for none, a label per object
     * @param said 0 for none, a label per object found; of the same size
     * @return its scores
     */
    public static ObjectScores of(LabelMap truth, LabelMap said) {
        return new ObjectScores(Overlaps.of(truth, said));
    }

    /**
     * Matches at a threshold.
     *
     * @param threshold an index of {@link #THRESHOLDS}
     * @return the counts
     */
    public Matches at(int threshold) {
        return matches.get(threshold);
    }

    /**
     * The mean over all thresholds of the image's average precision; over images, the Data Science Bowl's score.
     *
     * @return 0 … 1, NaN where there is nothing on either side
     */
    public double meanAveragePrecision() {
        return matches.stream().mapToDouble(Matches::averagePrecision).average().orElse(Double.NaN);
    }

    /**
     * The aggregated Jaccard index as its paper has it.
     *
     * @return 0 … 1, NaN where there is nothing on either side
     */
    public double aggregatedJaccard() {
        return aggregatedJaccard;
    }
}
