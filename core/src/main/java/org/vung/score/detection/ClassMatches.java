package org.vung.score.detection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One class in one image: what became of each detection at every threshold of overlap and in every range of areas. Keeps 24 bytes
 * a detection and little else.
 */
final class ClassMatches {

    /** The surest are kept. */
    private static final int MOST_DETECTIONS = 100;

    /** 0.5, 0.55 … 0.95, to the bit as NumPy's {@code linspace} has them: 0.9 is a little less. */
    private static final double[] THRESHOLDS = IntStream.range(0, 10)
            .mapToDouble(step -> 0.5 + step * ((0.95 - 0.5) / 9))
            .toArray();

    private final double[] scores;
    /** [detection], a {@link #bit} for every range of areas and threshold. */
    private final long[] right;

    private final long[] wrong;
    /** [range of areas], those that count. */
    private final int[] truths = new int[AreaRange.values().length];

    /** Compares what is true and what was found, all of one class in one image. */
    ClassMatches(List<GroundTruth> truths, List<Detection> detections) {
        List<Detection> surest = detections.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .limit(MOST_DETECTIONS)
                .toList();
        scores = surest.stream().mapToDouble(Detection::score).toArray();
        right = new long[scores.length];
        wrong = new long[scores.length];
        double[][] iou = iou(surest, truths);
        for (AreaRange area : AreaRange.values()) {
            Matching matching = new Matching(area, truths, surest, iou);
            this.truths[area.index()] = matching.counted();
            for (int threshold = 0; threshold < THRESHOLDS.length; threshold++) {
                note(matching.at(THRESHOLDS[threshold]), bit(area, threshold));
            }
        }
    }

    private static double[][] iou(List<Detection> detections, List<GroundTruth> truths) {
        double[][] iou = new double[detections.size()][truths.size()];
        for (int detection = 0; detection < iou.length; detection++) {
            Extent extent = detections.get(detection).extent();
            for (int truth = 0; truth < truths.size(); truth++) {
                iou[detection][truth] =
                        extent.iou(truths.get(truth).extent(), truths.get(truth).crowd());
            }
        }
        return iou;
    }

    private void note(Matching.Verdict[] verdicts, long bit) {
        for (int detection = 0; detection < verdicts.length; detection++) {
            right[detection] |= verdicts[detection] == Matching.Verdict.RIGHT ? bit : 0;
            wrong[detection] |= verdicts[detection] == Matching.Verdict.WRONG ? bit : 0;
        }
    }

    /** How many there are. */
    static int thresholds() {
        return THRESHOLDS.length;
    }

    /** The bit of a range of areas and the index of a threshold. */
    static long bit(AreaRange area, int threshold) {
        return 1L << (area.index() * THRESHOLDS.length + threshold);
    }

    /** [detection] the surest first; shared, not to be changed. */
    double[] scores() {
        return scores;
    }

    /** [detection] a {@link #bit} for every range of areas and threshold; shared. */
    long[] right() {
        return right;
    }

    /** Likewise; what is neither right nor wrong is ignored. */
    long[] wrong() {
        return wrong;
    }

    /** How many objects the surest detections found, summed over thresholds. */
    long found(AreaRange area, int limit) {
        long bits = bit(area, THRESHOLDS.length) - bit(area, 0);
        long found = 0;
        for (int detection = 0; detection < Math.min(limit, right.length); detection++) {
            found += Long.bitCount(right[detection] & bits);
        }
        return found;
    }

    /** How many true objects count. */
    int truths(AreaRange area) {
        return truths[area.index()];
    }
}
