package org.vung.classic.threshold;

import org.vung.ImageFilter;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Grey;
import org.vung.image.Image;

/** A threshold found from the grey values of the image itself. */
public interface AutomaticThreshold extends Segmenter, ImageFilter {

    /**
     * How colour becomes grey.
     *
     * @return the weights
     */
    Grey grey();

    /**
     * Finds the threshold of a grey image.
     *
     * @param grey one channel, any sample type; pixels that are not finite are left out
     * @return in units of the image's samples; NaN if there is none
     */
    double ofGrey(Image grey);

    /**
     * Finds the threshold.
     *
     * @param image grey, RGB or one band, any sample type
     * @return in units of the image's samples; NaN if there is none
     */
    default double threshold(Image image) {
        return ofGrey(grey().of(image));
    }

    /**
     * Cuts the image in two at its threshold.
     *
     * @param image grey, RGB or one band, any sample type
     * @return label 1 above the threshold, else 0; finding {@code threshold}, or a warning if there is none
     */
    @Override
    default Partition segment(Image image) {
        Image grey = grey().of(image);
        return Threshold.partition(grey, ofGrey(grey), false);
    }

    /**
     * Paints white above the threshold, black elsewhere.
     *
     * @param image grey, RGB or one band, any sample type
     * @return a grey image of the same sample type
     */
    @Override
    default Image filter(Image image) {
        Image grey = grey().of(image);
        return cut(grey).filter(grey);
    }

    /**
     * Paints into an array the caller keeps.
     *
     * @param image 8-bit
     * @param target one byte per pixel, row by row; overwritten
     * @throws IllegalArgumentException if the image is not 8-bit or the target has another length
     */
    default void apply(Image image, byte[] target) {
        Image grey = grey().of(image);
        cut(grey).apply(grey, target);
    }

    private Threshold cut(Image grey) {
        double found = ofGrey(grey);
        double value = Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
        return new Threshold(Threshold.Options.at(value).withMax(grey.type().white()));
    }
}
