package org.vung.nets.diagram;

import java.util.List;

/**
 * One operation of a box.
 *
 * @param kind its colour
 * @param words what it does, a line each, at least one
 */
public record Part(Kind kind, List<String> words) {

    /** Copies the list. */
    public Part {
        words = List.copyOf(words);
    }
}
