package org.vung.measure.scene;

import java.util.Locale;
import org.vung.label.Box;

/**
 * What is judged or counted: the whole image, a cell, a part, a region.
 *
 * @param kind which of them
 * @param name empty for the image, {@code r2c3} for a cell by row and column from 1, a part's name, a region's number
 * @param box around it, in pixels of the image
 */
public record Place(Kind kind, String name, Box box) {

    /** What a place is. */
    public enum Kind {
        /** The whole image, or all parts of it that are of interest. */
        IMAGE,
        /** A cell of a grid. */
        CELL,
        /** A part of interest. */
        PART,
        /** A region. */
        REGION;

        /**
         * What people write.
         *
         * @return such as {@code cell}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return kind == Kind.IMAGE ? "image" : kind.word() + " " + name;
    }
}
