package org.vung.score.detection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        int[] order = ranked(images);
        this.right = ordered(images.stream().map(ClassMatches::right).toList(), order);
        this.wrong = ordered(images.stream().map(ClassMatches::wrong).toList(), order);
    }

    private static long[] ordered(List<long[]> images, int[] order) {
        long[] all = images.stream().flatMapToLong(Arrays::stream).toArray();
        long[] ordered = new long[order.length];
        Arrays.setAll(ordered, place -> all[order[place]]);
        return ordered;
    }

    /** The places of all detections, the surest first. Those of an image are in order, so runs are merged: drawings need it often. */
    private static int[] ranked(List<ClassMatches> images) {
        double[] scores = images.stream()
                .flatMapToDouble(image -> Arrays.stream(image.scores()))
                .toArray();
        int[] ends = new int[images.size() + 1];
        for (int image = 0; image < images.size(); image++) {
            ends[image + 1] = ends[image] + images.get(image).scores().length;
        }
        int[] order = IntStream.range(0, scores.length).toArray();
        for (int span = 1; span < images.size(); span *= 2) {
            int[] merged = new int[order.length];
            for (int run = 0; run < images.size(); run += 2 * span) {
                int middle = ends[Math.min(run + span, images.size())];
                int end = ends[Math.min(run + 2 * span, images.size())];
                merge(scores, order, merged, new int[] {ends[run], middle, end});
            }
            order = merged;
        }
        return order;
    }

    /** Merges two runs that lie side by side, the first before the second where scores are equal. */
    private static void merge(double[] scores, int[] from, int[] to, int[] bounds) {
        int first = bounds[0];
        int second = bounds[1];
        for (int place = bounds[0]; place < bounds[2]; place++) {
            boolean takesFirst =
                    second == bounds[2] || (first < bounds[1] && scores[from[first]] >= scores[from[second]]);
            to[place] = takesFirst ? from[first++] : from[second++];
        }
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
