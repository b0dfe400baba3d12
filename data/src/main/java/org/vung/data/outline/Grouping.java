package org.vung.data.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.label.Box;
import org.vung.mask.Outlines;
import org.vung.mask.RunLengths;

/**
 * Puts the rings of a mask together: cuts those that meet themselves, tells outer rings from holes by the way they run, and finds the
 * part of the mask that a hole lies in by the pixel above its first corner.
 */
final class Grouping {

    private static final Comparator<Part> BY_FIRST_PIXEL =
            Comparator.<Part>comparingInt(part -> part.first.row).thenComparingInt(part -> part.first.column);

    private Grouping() {}

    /** An outer ring and its holes. */
    private record Part(Corner first, Ring outer, List<Ring> holes) {}

    /** The uppermost corner of a ring, of these the left one: right below it lies what the ring encloses. */
    private record Corner(int row, int column) {

        static Corner first(Ring ring) {
            int best = 0;
            for (int corner = 1; corner < ring.size(); corner++) {
                int rows = ring.row(corner) - ring.row(best);
                if (rows < 0 || (rows == 0 && ring.column(corner) < ring.column(best))) {
                    best = corner;
                }
            }
            return new Corner(ring.row(best), ring.column(best));
        }
    }

    static List<Polygon> of(RunLengths mask) {
        List<Part> parts = new ArrayList<>();
        List<Ring> holes = new ArrayList<>();
        for (int[] ring : Outlines.rings(mask)) {
            for (Ring each : simple(ring)) {
                if (each.area() > 0) {
                    parts.add(new Part(Corner.first(each), each, new ArrayList<>()));
                } else {
                    holes.add(each);
                }
            }
        }
        if (parts.size() == 1) {
            parts.get(0).holes.addAll(holes);
        } else if (!holes.isEmpty()) {
            place(holes, parts, mask);
        }
        return parts.stream()
                .sorted(BY_FIRST_PIXEL)
                .map(part -> new Polygon(part.outer, part.holes))
                .toList();
    }

    private static void place(List<Ring> holes, List<Part> parts, RunLengths mask) {
        Box box = mask.box().orElseThrow();
        boolean[] inside = new boolean[Math.multiplyExact(box.height(), box.width())];
        mask.forEach((column, row, length) -> {
            for (int at = row - box.row(); at < row - box.row() + length; at++) {
                inside[at * box.width() + column - box.column()] = true;
            }
        });
        int[] components = Components.label(inside, box.height(), box.width(), Neighbourhood.FOUR);
        Map<Integer, Part> byComponent = new HashMap<>();
        for (Part part : parts) {
            byComponent.put(components[pixel(part.first.row, part.first.column, box)], part);
        }
        for (Ring hole : holes) {
            Corner first = Corner.first(hole);
            Part around = byComponent.get(components[pixel(first.row - 1, first.column, box)]);
            if (around == null) {
                throw new IllegalStateException("a hole must lie in a part of its mask, got one at " + first);
            }
            around.holes.add(hole);
        }
    }

    private static int pixel(int row, int column, Box box) {
        return (row - box.row()) * box.width() + column - box.column();
    }

    /** A ring cut wherever it comes to a corner again: what it walked in between is a ring of its own. */
    private static List<Ring> simple(int[] ring) {
        List<Ring> rings = new ArrayList<>();
        Map<Long, Integer> places = new HashMap<>();
        int[] open = new int[ring.length];
        int length = 0;
        for (int at = 0; at < ring.length; at += 2) {
            Integer before = places.putIfAbsent(key(ring[at], ring[at + 1]), length);
            if (before == null) {
                open[length++] = ring[at];
                open[length++] = ring[at + 1];
            } else {
                rings.add(Ring.of(Arrays.copyOfRange(open, before, length)));
                for (int cut = before + 2; cut < length; cut += 2) {
                    places.remove(key(open[cut], open[cut + 1]));
                }
                length = before + 2;
            }
        }
        rings.add(Ring.of(Arrays.copyOf(open, length)));
        return rings;
    }

    private static long key(int column, int row) {
        return ((long) column << 32) + row;
    }
}
