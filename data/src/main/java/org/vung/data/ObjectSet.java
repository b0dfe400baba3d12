package org.vung.data;

import java.util.List;
import org.vung.image.Size;

/**
 * The objects of an image; they may overlap. Pixels of no object are background.
 *
 * @param size of the image
 * @param objects in the order of the file
 */
public record ObjectSet(Size size, List<ObjectTruth> objects) implements Truth {

    /** Checks that every mask is of the image. */
    public ObjectSet {
        objects = List.copyOf(objects);
        for (ObjectTruth object : objects) {
            if (!object.mask().size().equals(size)) {
                throw new IllegalArgumentException("masks must be of the image's size " + size + ", got "
                        + object.mask().size());
            }
        }
    }
}
