package org.vung.grid;

import java.util.Arrays;

/**
 * A priority queue of pixels: the least priority leaves first, among equals the one that entered first.
 *
 * <p>A binary heap over two flat arrays. Entries that {@link #seed} put in have no age: among themselves equal ones leave
 * in the order the heap happens to give, which is the order of the textbook heap that swaps only strictly smaller
 * entries. Flooding methods whose published results rest on that order are thereby reproduced exactly.
 */
public final class PixelQueue {

    private long[] priorities;
    private int[] entries;
    private int size;

    private int[] pixels;
    private int entered;
    private int lastSeed = -1;
    private int taken = -1;
    private long takenPriority;

    /**
     * An empty queue.
     *
     * @param capacity entries to make room for, at least 1; the queue grows beyond
     */
    public PixelQueue(int capacity) {
        priorities = new long[capacity];
        entries = new int[capacity];
        pixels = new int[capacity];
    }

    /**
     * A number that orders as the priority does.
     *
     * @param priority any number; NaN comes after infinity
     * @return a whole number, smaller exactly if the priority is smaller
     */
    public static long order(double priority) {
        long bits = Double.doubleToLongBits(priority + 0.0); // −0 becomes 0
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    /**
     * The number behind an order.
     *
     * @param order what {@link #order(double)} gave
     * @return the number
     */
    public static double number(long order) {
        return Double.longBitsToDouble(order ^ (order >> 63 & Long.MAX_VALUE));
    }

    /**
     * Puts in a pixel without age. All seeds come before the first {@link #push}.
     *
     * @param priority the least leaves first; see {@link #order(double)}
     * @param pixel any number
     */
    public void seed(long priority, int pixel) {
        if (lastSeed != entered - 1) {
            throw new IllegalStateException(
                    "seeds must come before the first push, got pixel " + pixel + " after " + entered + " entries");
        }
        lastSeed = entered;
        push(priority, pixel);
    }

    /**
     * Puts in a pixel, younger than every pixel before.
     *
     * @param priority the least leaves first; see {@link #order(double)}
     * @param pixel any number
     */
    public void push(long priority, int pixel) {
        if (size == priorities.length) {
            priorities = Arrays.copyOf(priorities, grown(size));
            entries = Arrays.copyOf(entries, grown(size));
        }
        if (entered == pixels.length) {
            pixels = Arrays.copyOf(pixels, grown(entered));
        }
        pixels[entered] = pixel;
        rise(size++, priority, entered++);
    }

    /**
     * Whether no pixel is left.
     *
     * @return true if there is nothing to pop
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The priority of the pixel that {@link #pop} would take. The queue must not be empty.
     *
     * @return the least priority
     */
    public long leastPriority() {
        return priorities[0];
    }

    /**
     * Takes out all pixels at once.
     *
     * @return the pixels in the order they entered
     */
    public int[] drain() {
        boolean[] waiting = new boolean[entered];
        for (int place = 0; place < size; place++) {
            waiting[entries[place]] = true;
        }
        int[] drained = new int[size];
        for (int entry = 0, next = 0; next < size; entry++) {
            if (waiting[entry]) {
                drained[next++] = pixels[entry];
            }
        }
        size = 0;
        return drained;
    }

    /**
     * Takes out the pixel with the least priority. The queue must not be empty.
     *
     * @return the pixel
     */
    public int pop() {
        taken = entries[0];
        takenPriority = priorities[0];
        size--;
        if (size > 0) {
            settle(sink(), priorities[size], entries[size]);
        }
        return pixels[taken];
    }

    /**
     * The priority of the pixel taken out last.
     *
     * @return as it was pushed
     */
    public long takenPriority() {
        return takenPriority;
    }

    /**
     * The place in the order of entering, from 0, of the pixel taken out last.
     *
     * @return its entry number
     */
    public int taken() {
        return taken;
    }

    /**
     * How many pixels have entered so far; the entry number of the next.
     *
     * @return the number of seeds and pushes
     */
    public int entered() {
        return entered;
    }

    /** Moves the hole at the root down along the smaller children to a leaf. */
    private int sink() {
        long[] heap = priorities;
        int[] names = entries;
        int end = size;
        int hole = 0;
        int child = 1;
        while (child + 1 < end) {
            long left = heap[child];
            long right = heap[child + 1];
            int equal = right == left ? isOlderBit(names[child + 1], names[child]) : 0;
            child += (right < left ? 1 : 0) | equal;
            heap[hole] = Math.min(left, right);
            names[hole] = names[child];
            hole = child;
            child = 2 * hole + 1;
        }
        if (child < end) {
            heap[hole] = heap[child];
            names[hole] = names[child];
            hole = child;
        }
        return hole;
    }

    private int isOlderBit(int entry, int other) {
        return ((entry - other) & (lastSeed - other)) >>> 31;
    }

    private boolean isOlder(int entry, int other) {
        return entry < other && other > lastSeed;
    }

    /** Climbs from a leaf past the entries that come after this one. */
    private void rise(int leaf, long priority, int entry) {
        int place = leaf;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            long above = priorities[parent];
            if (above < priority || (above == priority && !isOlder(entry, entries[parent]))) {
                break;
            }
            priorities[place] = above;
            entries[place] = entries[parent];
            place = parent;
        }
        priorities[place] = priority;
        entries[place] = entry;
    }

    /** Climbs from a leaf past the entries that come after this one and past its equals. */
    private void settle(int leaf, long priority, int entry) {
        int place = leaf;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            long above = priorities[parent];
            if (above < priority || (above == priority && isOlder(entries[parent], entry))) {
                break;
            }
            priorities[place] = above;
            entries[place] = entries[parent];
            place = parent;
        }
        priorities[place] = priority;
        entries[place] = entry;
    }

    private static int grown(int length) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, length + (length >> 1) + 16L);
    }
}
