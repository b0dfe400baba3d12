package org.vung.torch.rcnn.box;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vung.score.Ranking;

/**
 * Non-maximum suppression: of boxes of one group that overlap much, the surest stays.
 *
 * @param overlap above which the less sure one goes, 0 … 1
 */
public record Suppression(double overlap) {

    private static final int NONE = -1;

    /** Checks the number. */
    public Suppression {
        if (!(overlap >= 0 && overlap <= 1)) {
            throw new IllegalArgumentException("overlap must be 0 … 1, got " + overlap);
        }
    }

    /**
     * Suppresses.
     *
     * @param boxes any
     * @param scores how sure each is
     * @param groups classes or levels; boxes of different groups do not disturb each other
     * @return indices of the boxes that stay, the surest first, equal ones in their order
     */
    public int[] of(Boxes boxes, float[] scores, int[] groups) {
        Map<Integer, Integer> newest = new HashMap<>();
        int[] before = new int[scores.length];
        int[] stays = new int[scores.length];
        int count = 0;
        for (int box : surestFirst(scores)) {
            int surer = newest.getOrDefault(groups[box], NONE);
            if (isFree(box, boxes, surer, before)) {
                before[box] = surer;
                newest.put(groups[box], box);
                stays[count++] = box;
            }
        }
        return Arrays.copyOf(stays, count);
    }

    /** Goes through the boxes of its group that stay, from the newest back. */
    private boolean isFree(int box, Boxes boxes, int newest, int[] before) {
        for (int surer = newest; surer != NONE; surer = before[surer]) {
            if (boxes.overlap(surer, boxes, box) > overlap) {
                return false;
            }
        }
        return true;
    }

    /**
     * The order of falling scores.
     *
     * @param scores any but NaN
     * @return indices; equal scores in their order
     */
    public static int[] surestFirst(float[] scores) {
        long[] keys = new long[scores.length];
        for (int at = 0; at < scores.length; at++) {
            keys[at] = ((long) ~Ranking.order(scores[at]) << Integer.SIZE) | at;
        }
        Arrays.sort(keys);
        int[] order = new int[scores.length];
        Arrays.setAll(order, rank -> (int) keys[rank]);
        return order;
    }
}
