package org.vung.applications.satellite;

import java.util.List;
import java.util.Optional;
import org.vung.applications.sheet.Key;
import org.vung.image.Image;
import org.vung.image.codec.Georeference;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;

/**
 * One image from above, divided into classes.
 *
 * @param name of the image
 * @param picture what it looks like, 8-bit RGB
 * @param labels a class per pixel
 * @param classes their names and colours, in the order of the labels
 * @param truth what others say, nothing where there is no such
 * @param pixel how large a pixel is on the ground, or none
 * @param map where it lies
 */
record Look(
        String name,
        Image picture,
        LabelMap labels,
        List<Key> classes,
        Optional<Truth> truth,
        PixelSize pixel,
        Optional<Georeference> map) {

    /** What nobody knows. */
    static final int UNKNOWN = 255;

    /**
     * Where one class truly is.
     *
     * @param of the class that is known
     * @param labels 1 where it is, 0 where it is not, 255 where nobody knows
     */
    record Truth(int of, LabelMap labels) {}

    Look {
        classes = List.copyOf(classes);
    }
}
