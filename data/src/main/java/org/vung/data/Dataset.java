package org.vung.data;

import java.io.IOException;
import java.util.List;
import org.vung.image.Image;
import org.vung.label.LabelClass;

/**
 * Images with ground truth. Opening one lists its items; pixels are read when they are asked for, so a data set may be larger
 * than memory. Implementations are immutable and safe to share between threads; the order of items is the same on every machine.
 */
public interface Dataset {

    /**
     * What the set is called in reports.
     *
     * @return such as the name of its folder
     */
    String name();

    /**
     * What the labels of the truth mean.
     *
     * @return in the order of the labels: class k is at index k
     */
    List<LabelClass> classes();

    /**
     * The images, without their pixels.
     *
     * @return in an order that depends on names alone
     */
    List<Item> items();

    /**
     * Reads an image.
     *
     * @param index 0 … items − 1
     * @return its pixels as stored, turned upright
     * @throws IOException if the file cannot be read; the message names it
     */
    Image image(int index) throws IOException;

    /**
     * Reads the ground truth of an image.
     *
     * @param index 0 … items − 1
     * @return of the size that its file states, which {@code data check} compares with the image's
     * @throws IOException if the file cannot be read or holds a label without a class; the message names it
     */
    Truth truth(int index) throws IOException;
}
