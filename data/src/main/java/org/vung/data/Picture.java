package org.vung.data;

import org.vung.image.Image;
import org.vung.image.Size;

/**
 * What an image becomes: another picture of the same place.
 *
 * @param image of the same size
 */
public record Picture(Image image) implements Truth {

    @Override
    public Size size() {
        return image.size();
    }

    /**
     * Refuses pictures where classes or objects are needed.
     *
     * @param truth of an image
     * @param set it belongs to
     * @throws IllegalArgumentException if the truth is a picture
     */
    public static void refuse(Truth truth, Dataset set) {
        if (truth instanceof Picture) {
            throw new IllegalArgumentException("data set " + set.name() + " must have classes or objects, got pictures;"
                    + " say what their colours mean, as in side-by-side:classes=soil:000000+crop:00ff00");
        }
    }
}
