package org.vung;

import java.io.IOException;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * A method that names a class for every pixel, piece by piece, and so can work from the first row of an image to its last
 * without the whole of it in memory. Both ways give the same answer.
 */
public interface BandSegmenter extends Segmenter {

    /**
     * What the labels mean.
     *
     * @return the classes in the order of their labels
     */
    List<LabelClass> classes();

    /**
     * Whether it can work row by row. A method that first looks at the whole image cannot.
     *
     * @return false if {@link #segment(ImageRows, Progress, Bands)} refuses
     */
    boolean worksByRows();

    @Override
    Semantic segment(Image image, Progress progress);

    /**
     * Segments an image row by row.
     *
     * @param rows the image, read to its last row; stays open
     * @param progress told of the pieces
     * @param bands takes the answer
     * @return the findings of {@link #segment(Image)}
     * @throws IOException what {@code rows} and {@code bands} throw
     * @throws IllegalArgumentException as {@link #segment(Image)}
     */
    Findings segment(ImageRows rows, Progress progress, Bands bands) throws IOException;

    /** Takes an answer from the first row to the last. */
    @FunctionalInterface
    interface Bands {

        /**
         * Takes the next rows.
         *
         * @param image the rows themselves
         * @param labels the class of each of their pixels
         * @throws IOException if they cannot be passed on
         */
        void take(Image image, LabelMap labels) throws IOException;
    }
}
