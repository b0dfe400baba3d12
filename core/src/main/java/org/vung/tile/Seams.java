package org.vung.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.vung.grid.DisjointSets;

/**
 * Puts the pieces of objects together across the seams of windows.
 *
 * <p>First, pieces that agree in the strip both windows see, those that agree best before the others; two pieces of one window stay
 * two objects, for that window told them apart. Then, what is left of objects that windows only show cut, and that lies in a piece
 * of a neighbour: what a window shows in parts, such as the legs of a horse whose body is beyond its edge, or at its very rim.
 */
final class Seams {

    /** Least agreement of two views of one object, and least cover of a part by the object it belongs to. */
    private static final double LEAST = 0.3;

    private final List<Piece> pieces;
    private final DisjointSets objects;
    /** By the smallest piece of an object: the windows that show it. */
    private final List<Set<Integer>> windows = new ArrayList<>();
    /** By the smallest piece of an object: whether a window shows it whole. */
    private final boolean[] whole;

    private Seams(List<Piece> pieces) {
        this.pieces = pieces;
        objects = new DisjointSets(pieces.size());
        whole = new boolean[pieces.size()];
        for (int piece = 0; piece < pieces.size(); piece++) {
            windows.add(new HashSet<>(Set.of(pieces.get(piece).view().window())));
            whole[piece] = !pieces.get(piece).isCut();
        }
    }

    /** Every object once, in the order of their first pieces. */
    static List<Sighting> joined(List<Piece> pieces) {
        Seams seams = new Seams(pieces);
        List<Meeting> meetings = Neighbours.meetings(pieces);
        seams.joinAgreeing(meetings);
        seams.joinCovered(meetings);
        return seams.sightings();
    }

    private void joinAgreeing(List<Meeting> meetings) {
        for (Meeting meeting : falling(meetings, Meeting::agreement)) {
            if (meeting.agreement() >= LEAST && isToldByDifferentWindows(meeting)) {
                join(meeting);
            }
        }
    }

    private void joinCovered(List<Meeting> meetings) {
        for (Meeting meeting : falling(meetings, Meeting::cover)) {
            if (isPartOfOther(meeting) || isPartOfOther(meeting.turned())) {
                join(meeting);
            }
        }
    }

    private static List<Meeting> falling(List<Meeting> meetings, ToDoubleFunction<Meeting> measure) {
        return meetings.stream()
                .sorted(Comparator.comparingDouble(measure).reversed())
                .toList();
    }

    private boolean isToldByDifferentWindows(Meeting meeting) {
        return Collections.disjoint(
                windows.get(objects.find(meeting.one())), windows.get(objects.find(meeting.other())));
    }

    /** Whether the one, always seen cut, lies in the other. Where the other is whole, that must be so of all its pixels. */
    private boolean isPartOfOther(Meeting meeting) {
        if (whole[objects.find(meeting.one())]) {
            return false;
        }
        Piece part = pieces.get(meeting.one());
        Piece other = pieces.get(meeting.other());
        boolean definite =
                part.mask().isPresent() && other.mask().isPresent(); // boxes of neighbours overlap, masks hardly do
        long of = whole[objects.find(meeting.other())] ? part.area() : meeting.ofOne();
        return meeting.shared() >= LEAST * of && (definite || isToldByDifferentWindows(meeting));
    }

    private void join(Meeting meeting) {
        int one = objects.find(meeting.one());
        int other = objects.find(meeting.other());
        if (one != other) {
            int root = objects.union(one, other);
            windows.get(root).addAll(windows.get(one + other - root));
            whole[root] = whole[one] || whole[other];
        }
    }

    private List<Sighting> sightings() {
        Map<Integer, List<Piece>> members = new TreeMap<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            members.computeIfAbsent(objects.find(piece), empty -> new ArrayList<>())
                    .add(pieces.get(piece));
        }
        return members.values().stream().map(Sighting::new).toList();
    }
}
