package org.vung.label;

/**
 * What a label means.
 *
 * @param name such as {@code road}
 * @param rgb the colour it is shown in, 0xRRGGBB
 */
public record LabelClass(String name, int rgb) {

    /** Checks the colour. */
    public LabelClass {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException(
                    "colour of class '" + name + "' must be 0x000000 … 0xFFFFFF, got " + Integer.toHexString(rgb));
        }
    }
}
