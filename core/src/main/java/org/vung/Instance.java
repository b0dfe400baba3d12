package org.vung;

import java.util.Optional;
import org.vung.mask.RunLengths;

/**
 * One object that was found in an image.
 *
 * @param category its class, an index into the classes of its {@link Instances}
 * @param score how sure the method is, 0 … 1
 * @param row upper edge of its box, in pixels; 0 is the upper edge of the image
 * @param column left edge of its box, in pixels; 0 is the left edge of the image
 * @param height of its box, at least 0
 * @param width of its box, at least 0
 * @param mask its pixels in the frame of the image; nothing from a method that finds boxes alone
 */
public record Instance(
        int category, float score, float row, float column, float height, float width, Optional<RunLengths> mask) {

    /** Checks the numbers. */
    public Instance {
        if (category < 0 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "an object's class must be at least 0 and its score 0 … 1, got " + category + " and " + score);
        }
        if (!(height >= 0 && width >= 0 && Float.isFinite(row + column + height + width))) {
            throw new IllegalArgumentException("an object's box must be finite and at least 0x0, got " + height + "x"
                    + width + " at " + row + ", " + column);
        }
    }
}
