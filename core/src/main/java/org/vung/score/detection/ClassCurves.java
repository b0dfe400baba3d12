package org.vung.score.detection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.score.detection.ClassMatches.Outcome;

/** One class over all images: precision over recall from the surest detection down, and the recall that is reached. */
final class ClassCurves {

    private static final int RECALLS = 101;

    private final List<ClassMatches> images;
    /** [detection] of all images, the surest first: a bit for every range of areas and threshold. */
    private final long[] right;

    private final long[] wrong;

    /** Takes the class in every image that has it, true or found; among equal scores the order of images stays. */
    ClassCurves(List<ClassMatches> images) {
        this.images = images;
        List<Outcome> ranked = images.stream()
                .flatMap(ClassMatches::outcomes)
                .sorted(Comparator.comparingDouble(Outcome::score).reversed())
                .toList();
        this.right = ranked.stream().mapToLong(Outcome::right).toArray();
        this.wrong = ranked.stream().mapToLong(Outcome::wrong).toArray();
    }

    private int truths(AreaRange area) {
        return images.stream().mapToInt(image -> image.truths(area)).sum();
    }

    /** Average precision, the mean over all thresholds: 0 … 1, NaN without true objects. */
    double precision(AreaRange area) {
        return IntStream.range(0, ClassMatches.thresholds())
                .mapToDouble(threshold -> precision(area, threshold))
                .average()
                .orElseThrow();
    }

    /** Average precision at the threshold of this index: 0 … 1, NaN without true objects. */
    double precision(AreaRange area, int threshold) {
        int truths = truths(area);
        if (truths == 0) {
            return Double.NaN;
        }
        long bit = ClassMatches.bit(area, threshold);
        double[] precision = new double[truths]; // when the first, second … object was found
        int found = 0;
        int invented = 0;
        for (int detection = 0; detection < right.length; detection++) {
            if ((right[detection] & bit) != 0) {
                found++;
                precision[found - 1] = (double) found / (found + invented);
            } else if ((wrong[detection] & bit) != 0) {
                invented++;
            }
        }
        return average(precision, found);
    }

    /** The mean over recalls 0, 0.01 … 1 of the best precision at this recall or more; 0 where a recall is not reached. */
    private static double average(double[] precision, int found) {
        for (int object = found - 1; object > 0; object--) {
            precision[object - 1] = Math.max(precision[object - 1], precision[object]);
        }
        double sum = 0;
        int object = 0;
        for (int step = 0; step < RECALLS; step++) {
            double recall = step * 0.01; // not step / 100: as NumPy has it, 0.35 is a little more than 7 of 20
            while (object < found && (object + 1.0) / precision.length < recall) {
                object++;
            }
            sum += object < found ? precision[object] : 0;
        }
        return sum / RECALLS;
    }

    /**
     * Recall, the mean over all thresholds.
     *
     * @param limit so many of the surest detections of each image are looked at
     * @return 0 … 1, NaN without true objects
     */
    double recall(AreaRange area, int limit) {
        long found =
                images.stream().mapToLong(image -> image.found(area, limit)).sum();
        return (double) found / ClassMatches.thresholds() / truths(area);
    }
}
