package org.vung.data;

import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * A class for every pixel.
 *
 * @param labels index into {@link Dataset#classes()}, or {@link #IGNORE} where nobody knows
 */
public record ClassMap(LabelMap labels) implements Truth {

    /** The label of pixels that neither teach nor count. */
    public static final int IGNORE = 255;

    @Override
    public Size size() {
        return labels.size();
    }
}
