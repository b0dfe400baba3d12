package org.vung.classic.regionmerging;

import java.util.PriorityQueue;

/** Pairs of regions, the nearest first; among equals the one with the smaller first, then the smaller second region. */
final class MergeQueue {

    private record Pair(double distance, int one, int two, int oneAge, int twoAge) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int order = Double.compare(distance, other.distance);
            order = order != 0 ? order : Integer.compare(one, other.one);
            return order != 0 ? order : Integer.compare(two, other.two);
        }
    }

    private final PriorityQueue<Pair> pairs = new PriorityQueue<>();
    private Pair taken = new Pair(0, 0, 0, 0, 0);

    void push(double distance, int one, int two) {
        push(distance, one, two, 0, 0);
    }

    /** The ages say which state of the two regions the distance was measured in. */
    void push(double distance, int one, int two, int oneAge, int twoAge) {
        pairs.add(new Pair(distance, one, two, oneAge, twoAge));
    }

    /** Takes the nearest pair; false if there is none. */
    boolean pop() {
        Pair next = pairs.poll();
        if (next == null) {
            return false;
        }
        taken = next;
        return true;
    }

    double distance() {
        return taken.distance();
    }

    int one() {
        return taken.one();
    }

    int two() {
        return taken.two();
    }

    int oneAge() {
        return taken.oneAge();
    }

    int twoAge() {
        return taken.twoAge();
    }
}
