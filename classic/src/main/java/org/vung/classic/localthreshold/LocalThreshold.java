package org.vung.classic.localthreshold;

import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Image;

/** A method that gives every pixel a threshold of its own. */
public sealed interface LocalThreshold extends Segmenter permits Sauvola, Niblack {

    /**
     * The threshold of every pixel.
     *
     * @param image grey, RGB or one band, any sample type
     * @return row by row [height · width], in units of the image's samples; single precision for float images, NaN where the
     *     sums have met a NaN
     */
    double[] thresholds(Image image);

    /**
     * Cuts a grey image.
     *
     * @param image any layout the method takes
     * @return label 1 where a pixel is above its threshold, else 0, also where one of them is NaN
     */
    @Override
    Partition segment(Image image);
}
