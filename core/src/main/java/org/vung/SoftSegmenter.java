package org.vung;

import java.util.List;
import org.vung.image.Image;
import org.vung.label.LabelClass;

/**
 * A method that can say how sure it is: a probability for every class at every pixel. Thresholds, averages over views, maps of doubt
 * and the scores that need an order of pixels are functions over it.
 */
public interface SoftSegmenter extends Segmenter {

    /**
     * What the planes mean.
     *
     * @return the classes in the order of the planes
     */
    List<LabelClass> classes();

    /**
     * The probability of every class at every pixel.
     *
     * @param image as for {@link #segment(Image)}
     * @return planes of the image's size
     */
    ClassScores scores(Image image);

    /**
     * The likeliest class of every pixel.
     *
     * @param image any size from 1×1; never changed
     * @return {@link ClassScores#labels()}, but for pixels where rounding makes two classes equal
     */
    @Override
    Semantic segment(Image image);
}
