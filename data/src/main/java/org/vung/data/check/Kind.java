package org.vung.data.check;

import java.util.Locale;

/** What may be wrong with a data set. */
public enum Kind {
    /** A file cannot be read. */
    UNREADABLE,
    /** Image and truth have different sizes. */
    SIZE,
    /** The truth holds a label that no class has. */
    LABEL,
    /** The mask was interpolated or saved as JPEG, so that labels at borders are mixtures. */
    DAMAGED_MASK,
    /** An object has a box or a mask without a pixel, or one outside the image. */
    BOX,
    /** Every pixel of the truth is to be ignored. */
    EMPTY_TRUTH,
    /** An image occurs in more than one part. */
    LEAK,
    /** Items of one group lie in more than one part. */
    GROUP_LEAK,
    /** An image occurs twice in one part, pixel by pixel or nearly so. */
    DUPLICATE,
    /** A class has no pixel and no object anywhere. */
    UNUSED_CLASS,
    /** A class has no pixel and no object in one of the parts. */
    EMPTY_CLASS,
    /** An image lies among the others and has no truth. */
    IMAGE_WITHOUT_TRUTH,
    /** A mask lies among the others and has no image. */
    TRUTH_WITHOUT_IMAGE;

    /**
     * The kind as people read it.
     *
     * @return such as {@code damaged-mask}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
