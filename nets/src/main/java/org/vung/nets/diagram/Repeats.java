package org.vung.nets.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds runs of boxes that come several times, one behind the other, and keeps the last of them: a run takes from one box
 * only, and only its last box is taken from. One box that comes k times becomes "k × …"; longer runs get a frame.
 */
final class Repeats {

    private static final int LONGEST = 16;
    private static final int NOWHERE = -1;

    private final Diagram whole;
    private final List<Box> boxes;
    private final List<List<Integer>> from = new ArrayList<>();
    private final List<Set<Integer>> to = new ArrayList<>();
    private final Set<String> answers;

    Repeats(Diagram whole) {
        this.whole = whole;
        this.boxes = whole.boxes();
        this.answers = new HashSet<>(whole.outputs().values());
        Map<String, Integer> places = new HashMap<>();
        for (Box box : boxes) {
            places.put(box.name(), places.size());
            from.add(new ArrayList<>());
            to.add(new HashSet<>());
        }
        for (Arrow arrow : whole.arrows()) {
            int source = places.getOrDefault(arrow.from(), NOWHERE);
            int target = places.getOrDefault(arrow.to(), NOWHERE);
            from.get(target).add(source);
            to.get(source).add(target);
        }
    }

    /** A run of {@code length} boxes from {@code first} on, {@code times} times. */
    private record Run(int first, int length, int times) {
        int last() {
            return first + length * (times - 1);
        }

        int covers() {
            return times > 1 ? length * times : 0;
        }
    }

    Diagram folded() {
        List<Box> kept = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        Map<String, String> renamed = new HashMap<>(); // the box before a kept run → the box before the first run
        for (int place = 0; place < boxes.size(); ) {
            Run run = longest(place);
            List<Box> one = boxes.subList(run.last(), run.last() + run.length());
            if (run.times() == 1 || run.length() > 1) {
                kept.addAll(one);
            } else {
                kept.add(one.get(0).times(run.times()));
            }
            if (run.times() > 1) {
                renamed.put(
                        boxes.get(run.last() - 1).name(),
                        boxes.get(entry(run.first(), run.length())).name());
                if (run.length() > 1) {
                    frames.add(new Frame(one.stream().map(Box::name).toList(), run.times()));
                }
            }
            place += run.length() * run.times();
        }
        return new Diagram(whole.title(), whole.caption(), kept, arrows(kept, renamed), frames, whole.outputs());
    }

    private List<Arrow> arrows(List<Box> kept, Map<String, String> renamed) {
        Set<String> names = new HashSet<>();
        kept.forEach(box -> names.add(box.name()));
        List<Arrow> arrows = new ArrayList<>();
        for (Arrow arrow : whole.arrows()) {
            if (names.contains(arrow.to())) {
                String from = renamed.getOrDefault(arrow.from(), arrow.from());
                arrows.add(new Arrow(names.contains(arrow.from()) ? arrow.from() : from, arrow.to(), arrow.dashed()));
            }
        }
        return arrows;
    }

    private Run longest(int first) {
        Run best = new Run(first, 1, 1);
        for (int length = 1; length <= Math.min(LONGEST, (boxes.size() - first) / 2); length++) {
            Run run = new Run(first, length, times(first, length));
            best = run.covers() > best.covers() ? run : best;
        }
        return best;
    }

    private int times(int first, int length) {
        int entry = entry(first, length);
        int times = 1;
        if (entry == NOWHERE) {
            return times;
        }
        for (int next = first + length; next + length <= boxes.size(); next += length) {
            if (!isClosed(next - length, length)
                    || !feedsOnly(next - 1, next, length)
                    || !equal(first, entry, next, length)) {
                break;
            }
            times++;
        }
        return isInside(first + length * (times - 1), length) ? times : times - 1;
    }

    /** The only box outside that a run takes from. */
    private int entry(int first, int length) {
        int entry = NOWHERE;
        for (int place = first; place < first + length; place++) {
            for (int source : from.get(place)) {
                if (source < first && entry != NOWHERE && source != entry) {
                    return NOWHERE;
                }
                entry = source < first ? source : entry;
            }
        }
        return entry;
    }

    private boolean equal(int first, int entry, int next, int length) {
        for (int place = 0; place < length; place++) {
            if (!boxes.get(first + place).does(boxes.get(next + place))
                    || !offsets(first, entry, place).equals(offsets(next, next - 1, place))) {
                return false;
            }
        }
        return true;
    }

    /** What a box of a run takes from, counted from the run's beginning; −1 is what the run takes from. */
    private List<Integer> offsets(int first, int entry, int place) {
        List<Integer> offsets = new ArrayList<>();
        for (int source : from.get(first + place)) {
            offsets.add(source == entry ? -1 : source < first ? Integer.MIN_VALUE : source - first);
        }
        return offsets;
    }

    /** A run that another follows: nothing of it is an answer. */
    private boolean isClosed(int first, int length) {
        return isInside(first, length)
                && !answers.contains(boxes.get(first + length - 1).name());
    }

    /** Whether only the last box of a run is taken from outside. */
    private boolean isInside(int first, int length) {
        for (int place = first; place < first + length - 1; place++) {
            for (int target : to.get(place)) {
                if (target >= first + length) {
                    return false;
                }
            }
            if (answers.contains(boxes.get(place).name())) {
                return false;
            }
        }
        return true;
    }

    private boolean feedsOnly(int source, int first, int length) {
        return to.get(source).stream().allMatch(target -> target >= first && target < first + length);
    }
}
