package org.vung.nets.diagram;

import java.util.List;

/**
 * Boxes that stand for so many equal runs of boxes, one behind the other.
 *
 * @param boxes names
 * @param times how many runs, at least 2
 */
public record Frame(List<String> boxes, int times) {

    /** Copies the list. */
    public Frame {
        boxes = List.copyOf(boxes);
    }
}
