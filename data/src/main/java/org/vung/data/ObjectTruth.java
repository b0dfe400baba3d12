package org.vung.data;

import org.vung.label.Box;
import org.vung.mask.RunLengths;

/**
 * One object of an image.
 *
 * @param category index into {@link Dataset#classes()}, or {@link #VOID}
 * @param row upper edge of its box, in pixels of the image
 * @param column left edge of its box
 * @param height of its box, at least 0
 * @param width of its box, at least 0
 * @param mask its pixels, in the frame of the image
 * @param crowd whether it is many objects that nobody told apart: it neither teaches nor counts as a miss
 * @param area in pixels by the word of the annotation, which need not be that of the mask; sorts objects into small and large
 */
public record ObjectTruth(
        int category, float row, float column, float height, float width, RunLengths mask, boolean crowd, double area) {

    /** The category of pixels that nobody knows; such an object is a crowd always. */
    public static final int VOID = -1;

    /** Checks the numbers. */
    public ObjectTruth {
        if (category < VOID) {
            throw new IllegalArgumentException("category must be at least 0, or VOID, got " + category);
        }
        if (!(height >= 0 && width >= 0 && Float.isFinite(row + column + height + width))) {
            throw new IllegalArgumentException(
                    "box must be finite and at least 0x0, got " + height + "x" + width + " at " + row + ", " + column);
        }
        if (!(area >= 0 && Double.isFinite(area))) {
            throw new IllegalArgumentException("area must be finite and at least 0, got " + area);
        }
        crowd |= category == VOID;
    }

    /**
     * An object whose box and area are those of its mask.
     *
     * @param category index into {@link Dataset#classes()}, or {@link #VOID}
     * @param mask its pixels; of an empty one the box is 0x0 at the corner of the image
     * @param crowd whether it is many objects that nobody told apart
     * @return the object
     */
    public static ObjectTruth of(int category, RunLengths mask, boolean crowd) {
        Box box = mask.box().orElse(null);
        return box == null
                ? new ObjectTruth(category, 0, 0, 0, 0, mask, crowd, 0)
                : new ObjectTruth(
                        category, box.row(), box.column(), box.height(), box.width(), mask, crowd, mask.area());
    }
}
