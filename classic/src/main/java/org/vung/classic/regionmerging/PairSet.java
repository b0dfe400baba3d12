package org.vung.classic.regionmerging;

import java.util.Arrays;

/** A set of pairs of regions, each packed into one number of at least 0; open addressing, half full at most. */
final class PairSet {

    private static final long FREE = -1;

    private long[] slots = new long[64];
    private int size;
    private long latest = FREE;

    PairSet() {
        Arrays.fill(slots, FREE);
    }

    void add(long pair) {
        if (pair == latest) { // borders run on: most pairs repeat the one before
            return;
        }
        latest = pair;
        if (put(slots, pair) && 2 * ++size > slots.length) {
            long[] larger = new long[2 * slots.length];
            Arrays.fill(larger, FREE);
            for (long old : slots) {
                if (old != FREE) {
                    put(larger, old);
                }
            }
            slots = larger;
        }
    }

    private static boolean put(long[] slots, long pair) {
        int mask = slots.length - 1;
        int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (slots[at] != FREE) {
            if (slots[at] == pair) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = pair;
        return true;
    }

    /** The pairs in rising order. */
    long[] toArray() {
        long[] pairs = Arrays.stream(slots).filter(slot -> slot != FREE).toArray();
        Arrays.sort(pairs);
        return pairs;
    }
}
