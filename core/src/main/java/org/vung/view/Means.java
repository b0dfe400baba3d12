package org.vung.view;

import java.util.List;
import org.vung.ClassScores;
import org.vung.image.Size;
import org.vung.label.LabelClass;

/** What the means over views and over methods have in common. */
final class Means {

    private Means() {}

    /** Room for the sum of the probabilities of every class, [classes, height, width]. */
    static float[] room(List<LabelClass> classes, Size size) {
        return new float[Math.multiplyExact(classes.size(), size.pixels())];
    }

    /** The mean of so many; the sums are given away. */
    static ClassScores of(float[] sums, int count, List<LabelClass> classes, Size size) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] /= count;
        }
        return ClassScores.wrap(size, classes, sums);
    }
}
