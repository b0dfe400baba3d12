package org.vung.score.detection;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Gives the detections of one class in one image their true objects, the surest first, within one range of areas. Crowds and objects
 * outside the range are there to be ignored: a detection takes one of them only if no object that counts is left for it. A crowd may be
 * taken many times.
 */
final class Matching {

    /** What became of a detection. */
    enum Verdict {
        /** It took an object that counts. */
        RIGHT,
        /** It took none, and its own area lies in the range. */
        WRONG,
        /** It took an object to be ignored, or none and lies outside the range. */
        IGNORED
    }

    private static final int NONE = -1;

    /** Just under 1, so that rounding does not part what is equal. */
    private static final double HIGHEST = 1 - 1e-10;

    private final AreaRange area;
    private final List<Detection> detections;
    /** [detection][truth] */
    private final double[][] iou;
    /** [truth] */
    private final boolean[] crowd;
    /** True objects as they are tried: those that count before those to be ignored. */
    private final int[] order;

    private final int counted;

    /** Takes detections, the surest first, and their overlaps [detection][truth]. */
    Matching(AreaRange area, List<GroundTruth> truths, List<Detection> detections, double[][] iou) {
        this.area = area;
        this.detections = detections;
        this.iou = iou;
        crowd = new boolean[truths.size()];
        for (int truth = 0; truth < crowd.length; truth++) {
            crowd[truth] = truths.get(truth).crowd();
        }
        IntPredicate counts =
                truth -> !crowd[truth] && area.holds(truths.get(truth).area());
        int[] counting = IntStream.range(0, crowd.length).filter(counts).toArray();
        IntStream ignored = IntStream.range(0, crowd.length).filter(counts.negate());
        order = IntStream.concat(Arrays.stream(counting), ignored).toArray();
        counted = counting.length;
    }

    /** How many true objects count. */
    int counted() {
        return counted;
    }

    /**
     * Matches at a threshold.
     *
     * @param threshold least intersection over union, above 0 up to 1
     * @return [detection]
     */
    Verdict[] at(double threshold) {
        boolean[] taken = new boolean[order.length];
        Verdict[] verdicts = new Verdict[iou.length];
        for (int detection = 0; detection < verdicts.length; detection++) {
            int place = best(iou[detection], Math.min(threshold, HIGHEST), taken);
            if (place == NONE) {
                double own = detections.get(detection).extent().area();
                verdicts[detection] = area.holds(own) ? Verdict.WRONG : Verdict.IGNORED;
            } else {
                taken[place] = !crowd[order[place]];
                verdicts[detection] = place < counted ? Verdict.RIGHT : Verdict.IGNORED;
            }
        }
        return verdicts;
    }

    /** The place of the largest overlap, the last of equal ones; an object to be ignored only where none that counts will do. */
    private int best(double[] overlaps, double threshold, boolean[] taken) {
        int best = NONE;
        double largest = threshold;
        for (int place = 0; place < order.length; place++) {
            if (place == counted && best != NONE) {
                break;
            }
            if (!taken[place] && overlaps[order[place]] >= largest) {
                best = place;
                largest = overlaps[order[place]];
            }
        }
        return best;
    }
}
