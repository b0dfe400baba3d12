package org.vung.nets.drawing;

import java.util.HashMap;
import java.util.Map;
import org.vung.nets.diagram.Arrow;
import org.vung.nets.diagram.Box;
import org.vung.nets.diagram.Diagram;

/** How the rows of a drawing follow one another. */
enum Manner {
    /** Each change of resolution one column further right: the two arms of a U. */
    STAIRS,
    /** Each row begins at the left, like a line of text. */
    LINES,
    /** A change of resolution goes straight up or down where it can. */
    COLUMNS;

    private static final int MOST_STAIRS = 6;

    static Manner of(Diagram diagram) {
        Map<String, Box> boxes = new HashMap<>();
        Map<Integer, String> entries = new HashMap<>();
        diagram.boxes().forEach(box -> boxes.put(box.name(), box));
        boolean up = false;
        boolean oneEntry = true;
        for (Arrow arrow : diagram.arrows()) {
            int from = level(boxes, arrow.from());
            int to = level(boxes, arrow.to());
            up |= to < from;
            if (to > from) {
                String first = entries.putIfAbsent(to, arrow.from());
                oneEntry &= first == null || first.equals(arrow.from());
            }
        }
        if (up) {
            long levels =
                    diagram.boxes().stream().mapToInt(Box::level).distinct().count();
            return levels <= MOST_STAIRS ? STAIRS : COLUMNS;
        }
        return oneEntry ? LINES : COLUMNS;
    }

    private static int level(Map<String, Box> boxes, String name) {
        Box box = boxes.get(name);
        return box == null ? 0 : box.level();
    }
}
