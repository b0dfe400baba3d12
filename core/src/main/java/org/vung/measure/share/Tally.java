package org.vung.measure.share;

import java.util.Arrays;
import java.util.List;

/** Counts pixels per label, and remembers which labels it has met, so that counting anew costs nothing for the others. */
final class Tally {

    private final int[] areas;
    private int[] met = new int[16];
    private int labels;
    private int pixels;

    Tally(int count) {
        areas = new int[count];
    }

    void add(int label) {
        if (areas[label]++ == 0) {
            if (labels == met.length) {
                met = Arrays.copyOf(met, 2 * labels);
            }
            met[labels++] = label;
        }
        pixels++;
    }

    /** What was counted; begins anew. */
    List<Share> shares() {
        Arrays.sort(met, 0, labels);
        List<Share> shares = Arrays.stream(met, 0, labels)
                .mapToObj(label -> new Share(label, areas[label], (double) areas[label] / pixels))
                .toList();
        for (int at = 0; at < labels; at++) {
            areas[met[at]] = 0;
        }
        labels = 0;
        pixels = 0;
        return shares;
    }
}
