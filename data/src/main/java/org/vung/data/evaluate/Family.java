package org.vung.data.evaluate;

import java.io.IOException;
import java.util.List;
import org.vung.data.Dataset;
import org.vung.data.Truth;
import org.vung.data.view.ClassMaps;
import org.vung.label.LabelMap;

/**
 * A family of scores: what is counted on each image, and what is read from the counts of many. Immutable.
 *
 * @param <C> the counts of an image
 */
public interface Family<C> {

    /**
     * The word for {@code --scores}.
     *
     * @return lower case
     */
    String name();

    /**
     * Whether it needs probabilities.
     *
     * @return false if labels suffice
     */
    default boolean soft() {
        return false;
    }

    /**
     * The data set as the family looks at it.
     *
     * @param set of any truth
     * @return its truth is what {@link #count} takes
     * @throws IOException if a first truth cannot be read
     */
    default Dataset view(Dataset set) throws IOException {
        return ClassMaps.of(set);
    }

    /**
     * Counts an image.
     *
     * @param truth of the view
     * @param said of the method, of the same size
     * @return what is summed over images
     * @throws IllegalArgumentException if they do not fit; the message says how
     */
    C count(Truth truth, Prediction said);

    /**
     * What the scores are called.
     *
     * @return the most telling first, those of all together before those of classes
     */
    List<Score> scores();

    /**
     * Reads the scores.
     *
     * @param counts of images, at least one
     * @return in the order of {@link #scores()}; NaN where there is nothing to score
     */
    double[] values(List<C> counts);

    /**
     * Reads the scores of drawn images, perhaps by a faster way that rounds.
     *
     * @param counts of images, some more than once
     * @return as {@link #values}
     */
    default double[] drawn(List<C> counts) {
        return values(counts);
    }

    /**
     * Whether the labels of a picture number objects, so that 0 is what lies between them.
     *
     * @return false if they are classes or regions
     */
    default boolean showsObjects() {
        return false;
    }

    /**
     * The truth as a picture shows it.
     *
     * @param truth of the view
     * @return labels
     */
    default LabelMap shown(Truth truth) {
        return ClassMatch.map(truth).labels();
    }

    /**
     * What was said as a picture shows it, in the labels of {@link #shown(Truth)}.
     *
     * @param said of the method
     * @return labels
     */
    LabelMap shown(Prediction said);
}
