package org.vung.data.outline;

import java.util.List;
import java.util.stream.Stream;
import org.vung.mask.RunLengths;

/**
 * One part of a region: an outer ring less its holes. Valid as the OGC's Simple Features Access asks: no ring meets itself, and rings
 * of a polygon meet in single points at most.
 *
 * @param outer runs as a clock's hand on the screen
 * @param holes run the other way
 */
public record Polygon(Ring outer, List<Ring> holes) {

    /** Copies the list and checks which way the rings run. */
    public Polygon {
        holes = List.copyOf(holes);
        if (outer.area() <= 0) {
            throw new IllegalArgumentException(
                    "outer ring must enclose something and run as a clock's hand, got " + outer);
        }
        for (Ring hole : holes) {
            if (hole.area() >= 0) {
                throw new IllegalArgumentException(
                        "hole must enclose something and run against a clock's hand, got " + hole);
            }
        }
    }

    /**
     * A mask as polygons along the edges of its pixels. Pixels that touch by a corner alone belong to different parts; what is outside
     * and touches by a corner alone makes different holes. By the even-odd rule the rings fill to the same mask.
     *
     * @param mask any
     * @return its parts in the order of their first pixels, row by row; none for an empty mask
     */
    public static List<Polygon> of(RunLengths mask) {
        return Grouping.of(mask);
    }

    /**
     * The outer ring, then the holes.
     *
     * @return at least one
     */
    public Stream<Ring> rings() {
        return Stream.concat(Stream.of(outer), holes.stream());
    }
}
