package org.vung.data.augment;

import org.vung.data.augment.warp.View;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * An image and what its pixels are.
 *
 * @param image any sample type and layout
 * @param truth of the same size; classes by index, 0 for background where there is one, {@link org.vung.data.ClassMap#IGNORE} where
 *     nobody knows
 */
public record Pair(Image image, LabelMap truth) {

    /** Checks that both have one size. */
    public Pair {
        if (!image.size().equals(truth.size())) {
            throw new IllegalArgumentException("truth must have the size of its image, got " + truth.size() + " for "
                    + image.size() + "; 'vung data check' finds such files");
        }
    }

    static Pair of(View.Seen seen) {
        return new Pair(seen.image(), seen.truth());
    }
}
