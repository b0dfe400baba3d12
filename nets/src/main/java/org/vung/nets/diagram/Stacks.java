package org.vung.nets.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a box onto the one that alone takes from it, where people say both in one breath: a pooling and the convolutions
 * after it, an enlargement and the join it is for, a join and the convolutions after it.
 */
final class Stacks {

    private static final int MOST = 4;

    private final Diagram whole;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Set<String>> from = new HashMap<>();
    private final Map<String, Set<String>> to = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();

    Stacks(Diagram whole) {
        this.whole = whole;
        for (Arrow arrow : whole.arrows()) {
            from.computeIfAbsent(arrow.to(), name -> new LinkedHashSet<>()).add(arrow.from());
            to.computeIfAbsent(arrow.from(), name -> new LinkedHashSet<>()).add(arrow.to());
        }
    }

    Diagram stacked() {
        for (Box box : whole.boxes()) {
            Box whole = box;
            for (String source : from.getOrDefault(box.name(), Set.of())) {
                Box before = boxes.get(source);
                if (before != null && goesOnto(before, box)) {
                    whole = box.under(before);
                    boxes.remove(source);
                    moved.put(source, box.name());
                }
            }
            boxes.put(box.name(), whole);
        }
        return new Diagram(
                whole.title(), whole.caption(), List.copyOf(boxes.values()), arrows(), frames(), whole.outputs());
    }

    private boolean goesOnto(Box before, Box box) {
        boolean alone = to.getOrDefault(before.name(), Set.of()).size() == 1
                && !whole.outputs().containsValue(before.name())
                && before.parts().size() < MOST;
        int inputs = from.getOrDefault(box.name(), Set.of()).size();
        return alone
                && inFrames(before.name()).equals(inFrames(box.name()))
                && inputs <= (box.last().kind() == Kind.JOIN ? 2 : 1)
                && oneBreath(before.last().kind(), box.last().kind());
    }

    private static boolean oneBreath(Kind before, Kind after) {
        return switch (after) {
            case CONVOLUTION ->
                before == Kind.SHRINK || before == Kind.ENLARGE || before == Kind.JOIN || before == Kind.SIZE;
            case JOIN -> before == Kind.ENLARGE;
            case VECTOR -> before == Kind.SHRINK || before == Kind.VECTOR;
            default -> false;
        };
    }

    private Set<Frame> inFrames(String box) {
        Set<Frame> frames = new HashSet<>();
        for (Frame frame : whole.frames()) {
            if (frame.boxes().contains(box)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private String place(String box) {
        String place = box;
        while (moved.containsKey(place)) {
            place = moved.getOrDefault(place, place);
        }
        return place;
    }

    private List<Arrow> arrows() {
        Set<Arrow> arrows = new LinkedHashSet<>();
        for (Arrow arrow : whole.arrows()) {
            Arrow kept = new Arrow(place(arrow.from()), place(arrow.to()), arrow.dashed());
            if (!kept.from().equals(kept.to())) {
                arrows.add(kept);
            }
        }
        return List.copyOf(arrows);
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame : whole.frames()) {
            frames.add(
                    new Frame(frame.boxes().stream().map(this::place).distinct().toList(), frame.times()));
        }
        return frames;
    }
}
