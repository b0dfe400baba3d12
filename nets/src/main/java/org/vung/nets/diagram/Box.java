package org.vung.nets.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.layer.Shape;

/**
 * Operations on a map, drawn as one.
 *
 * @param name unique in the diagram
 * @param parts what it does, from top to bottom, at least one
 * @param shape of the map it gives
 * @param level halvings of the resolution where it is drawn: 0 for that of the image
 */
public record Box(String name, List<Part> parts, Shape shape, int level) {

    /** Copies the list. */
    public Box {
        parts = List.copyOf(parts);
    }

    /**
     * The part whose map the box gives.
     *
     * @return the lowest one
     */
    public Part last() {
        return parts.get(parts.size() - 1);
    }

    /**
     * All lines of words.
     *
     * @return from top to bottom
     */
    public List<String> words() {
        return parts.stream().flatMap(part -> part.words().stream()).toList();
    }

    /** The same, so often in a row; for a box of one part. */
    Box times(int count) {
        List<String> words = new ArrayList<>(last().words());
        words.set(0, count + " × " + words.get(0));
        return new Box(name, List.of(new Part(last().kind(), words)), shape, level);
    }

    /** This box with what goes before it on top. */
    Box under(Box before) {
        List<Part> all = new ArrayList<>(before.parts);
        all.addAll(parts);
        return new Box(name, all, shape, level);
    }

    /** Whether it does the same as another, wherever it takes from; sizes may differ, for windows without padding shrink maps. */
    boolean does(Box that) {
        return level == that.level && parts.equals(that.parts) && shape.channels() == that.shape.channels();
    }
}
