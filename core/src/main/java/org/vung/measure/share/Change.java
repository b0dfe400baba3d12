package org.vung.measure.share;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vung.label.LabelMap;

/**
 * What became of one label between two images of the same place.
 *
 * @param label 0 or more
 * @param before its pixels in the first image
 * @param after its pixels in the second image
 * @param gained pixels it has only in the second
 * @param lost pixels it has only in the first
 */
public record Change(int label, int before, int after, int gained, int lost) {

    private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

    /**
     * Compares two label maps pixel by pixel.
     *
     * @param before the first
     * @param after the second, of the same size, with the same meaning of labels
     * @return the labels that occur in either, in their order
     * @throws IllegalArgumentException if the sizes differ
     */
    public static List<Change> between(LabelMap before, LabelMap after) {
        if (!before.size().equals(after.size())) {
            throw new IllegalArgumentException(
                    "label maps must have one size, got " + before.size() + " and " + after.size());
        }
        int count = Math.max(before.count(), after.count());
        int[] first = new int[count];
        int[] second = new int[count];
        int[] kept = new int[count];
        int[] labels = after.sharedLabels();
        int pixel = 0;
        for (int label : before.sharedLabels()) {
            int then = labels[pixel++];
            first[label]++;
            second[then]++;
            kept[then] += then == label ? 1 : 0;
        }
        List<Change> changes = new ArrayList<>();
        for (int label = 0; label < count; label++) {
            if (first[label] > 0 || second[label] > 0) {
                int same = kept[label];
                changes.add(new Change(label, first[label], second[label], second[label] - same, first[label] - same));
            }
        }
        return Collections.unmodifiableList(changes);
    }

    /**
     * How much larger it is.
     *
     * @return gained less lost, in pixels
     */
    public int net() {
        return gained - lost;
    }

    /**
     * How much it grew against what it was.
     *
     * @return net / before: 0.5 where it grew by half, −1 where it is gone, infinite where it is new
     */
    public double growth() {
        return (double) net() / before;
    }

    /**
     * How fast it grew.
     *
     * @param time between the images, above 0
     * @return net pixels per hour
     */
    public double netPerHour(Duration time) {
        return net() / hours(time);
    }

    /**
     * How fast it grew against what it was, as if it grew evenly.
     *
     * @param time between the images, above 0
     * @return {@link #growth} per hour
     */
    public double growthPerHour(Duration time) {
        return growth() / hours(time);
    }

    private static double hours(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time between the images must be above 0, got " + time);
        }
        return (time.getSeconds() * 1e9 + time.getNano()) / NANOS_PER_HOUR;
    }
}
