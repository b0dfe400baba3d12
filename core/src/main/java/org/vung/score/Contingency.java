package org.vung.score;

import java.util.Arrays;
import org.vung.label.LabelMap;

/**
 * How regions of two partitions overlap: n_uv pixels lie in region u of the first and v of the second. Only pairs that meet are
 * kept, so that thousands of regions on both sides need no table of all pairs. Immutable.
 */
public final class Contingency {

    private static final int DENSE = 1 << 20;

    private final int[] firsts;
    private final int[] seconds;
    private final long[] counts;
    private final long[] firstSums;
    private final long[] secondSums;

    private Contingency(int[] firsts, int[] seconds, long[] counts, int firstCount, int secondCount) {
        this.firsts = firsts;
        this.seconds = seconds;
        this.counts = counts;
        this.firstSums = new long[firstCount];
        this.secondSums = new long[secondCount];
        for (int pair = 0; pair < counts.length; pair++) {
            firstSums[firsts[pair]] += counts[pair];
            secondSums[seconds[pair]] += counts[pair];
        }
    }

    /**
     * Counts the overlaps of two partitions of one image.
     *
     * @param first labels
     * @param second labels of the same size
     * @return the overlaps
     */
    public static Contingency of(LabelMap first, LabelMap second) {
        if (!first.size().equals(second.size())) {
            throw new IllegalArgumentException(
                    "segmentations must have one size, got " + first.size() + " and " + second.size());
        }
        return of(first.sharedLabels(), first.count(), second.sharedLabels(), second.count());
    }

    /**
     * Counts the overlaps of two rows of labels.
     *
     * @param first 0 … firstCount − 1
     * @param firstCount one more than the largest
     * @param second 0 … secondCount − 1, as many
     * @param secondCount one more than the largest
     * @return the overlaps
     */
    public static Contingency of(int[] first, int firstCount, int[] second, int secondCount) {
        return (long) firstCount * secondCount <= DENSE
                ? counted(first, firstCount, second, secondCount)
                : sorted(first, firstCount, second, secondCount);
    }

    private static Contingency counted(int[] first, int firstCount, int[] second, int secondCount) {
        int[] table = new int[firstCount * secondCount];
        for (int pixel = 0; pixel < first.length; pixel++) {
            table[first[pixel] * secondCount + second[pixel]]++;
        }
        long[] keys = new long[table.length];
        long[] counts = new long[table.length];
        int pairs = 0;
        for (int at = 0; at < table.length; at++) {
            if (table[at] > 0) {
                keys[pairs] = at;
                counts[pairs++] = table[at];
            }
        }
        return of(keys, Arrays.copyOf(counts, pairs), firstCount, secondCount);
    }

    private static Contingency sorted(int[] first, int firstCount, int[] second, int secondCount) {
        long[] keys = new long[first.length];
        for (int pixel = 0; pixel < first.length; pixel++) {
            keys[pixel] = (long) first[pixel] * secondCount + second[pixel];
        }
        Arrays.parallelSort(keys);
        long[] counts = new long[keys.length];
        int pairs = 0;
        for (int start = 0, end; start < keys.length; start = end) {
            for (end = start + 1; end < keys.length && keys[end] == keys[start]; ) {
                end++;
            }
            keys[pairs] = keys[start];
            counts[pairs++] = (long) end - start;
        }
        return of(keys, Arrays.copyOf(counts, pairs), firstCount, secondCount);
    }

    private static Contingency of(long[] keys, long[] counts, int firstCount, int secondCount) {
        int[] firsts = new int[counts.length];
        int[] seconds = new int[counts.length];
        for (int pair = 0; pair < counts.length; pair++) {
            firsts[pair] = (int) (keys[pair] / secondCount);
            seconds[pair] = (int) (keys[pair] % secondCount);
        }
        return new Contingency(firsts, seconds, counts, firstCount, secondCount);
    }

    /**
     * The overlaps without the pixels of one region of the first partition, such as its background.
     *
     * @param label of the first partition
     * @return fewer overlaps; labels stay
     */
    public Contingency withoutFirst(int label) {
        int[] keptFirsts = new int[counts.length];
        int[] keptSeconds = new int[counts.length];
        long[] keptCounts = new long[counts.length];
        int pairs = 0;
        for (int pair = 0; pair < counts.length; pair++) {
            if (firsts[pair] != label) {
                keptFirsts[pairs] = firsts[pair];
                keptSeconds[pairs] = seconds[pair];
                keptCounts[pairs++] = counts[pair];
            }
        }
        return new Contingency(
                Arrays.copyOf(keptFirsts, pairs),
                Arrays.copyOf(keptSeconds, pairs),
                Arrays.copyOf(keptCounts, pairs),
                firstSums.length,
                secondSums.length);
    }

    /**
     * How many pairs of regions meet.
     *
     * @return at least 0
     */
    public int pairs() {
        return counts.length;
    }

    /**
     * The region of the first partition.
     *
     * @param pair 0 … pairs − 1, in the order of first labels, then of second
     * @return u
     */
    public int first(int pair) {
        return firsts[pair];
    }

    /**
     * The region of the second partition.
     *
     * @param pair 0 … pairs − 1
     * @return v
     */
    public int second(int pair) {
        return seconds[pair];
    }

    /**
     * How many pixels they share.
     *
     * @param pair 0 … pairs − 1
     * @return n_uv, at least 1
     */
    public long count(int pair) {
        return counts[pair];
    }

    /**
     * How many labels the first partition may have.
     *
     * @return one more than the largest
     */
    public int firstCount() {
        return firstSums.length;
    }

    /**
     * How many labels the second partition may have.
     *
     * @return one more than the largest
     */
    public int secondCount() {
        return secondSums.length;
    }

    /**
     * The pixels of a region of the first partition.
     *
     * @param label u
     * @return n_u
     */
    public long firstSum(int label) {
        return firstSums[label];
    }

    /**
     * The pixels of a region of the second partition.
     *
     * @param label v
     * @return n_v
     */
    public long secondSum(int label) {
        return secondSums[label];
    }

    /**
     * All pixels.
     *
     * @return n
     */
    public long pixels() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Intersection over union of a pair.
     *
     * @param pair 0 … pairs − 1
     * @return above 0 up to 1
     */
    public double iou(int pair) {
        return (double) counts[pair] / (firstSums[firsts[pair]] + secondSums[seconds[pair]] - counts[pair]);
    }
}
