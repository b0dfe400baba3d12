package org.vung;

import java.util.Arrays;
import java.util.List;
import org.vung.grid.RowBands;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * A probability for every class at every pixel: planes [classes, height, width] of numbers 0 … 1 that sum to 1 over the classes.
 * Immutable.
 */
public final class ClassScores {

    private final Size size;
    private final List<LabelClass> classes;
    private final float[] planes;

    private ClassScores(Size size, List<LabelClass> classes, float[] planes) {
        this.size = size;
        this.classes = classes;
        this.planes = planes;
    }

    /**
     * Scores that take the array over.
     *
     * @param size height and width
     * @param classes in the order of the planes, at least one
     * @param planes [classes, height, width], the last fastest; given away
     * @return the scores
     */
    public static ClassScores wrap(Size size, List<LabelClass> classes, float[] planes) {
        if (classes.isEmpty() || planes.length != (long) classes.size() * size.pixels()) {
            throw new IllegalArgumentException(
                    "planes must fill " + classes.size() + " × " + size + ", got " + planes.length + " numbers");
        }
        return new ClassScores(size, List.copyOf(classes), planes);
    }

    /**
     * Height and width.
     *
     * @return the size in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * What the planes mean.
     *
     * @return the classes in order
     */
    public List<LabelClass> classes() {
        return classes;
    }

    /**
     * The probabilities of one class.
     *
     * @param of a class
     * @return a copy, row by row
     */
    public float[] plane(int of) {
        return Arrays.copyOfRange(planes, of * size.pixels(), (of + 1) * size.pixels());
    }

    /**
     * The planes themselves, for reading only.
     *
     * @return [classes, height, width], the last fastest
     */
    public float[] sharedPlanes() {
        return planes;
    }

    /**
     * The likeliest class of every pixel, the first of equal ones.
     *
     * @return labels, indices into the classes
     */
    public LabelMap labels() {
        int[] labels = new int[size.pixels()];
        int pixels = labels.length;
        RowBands.forEach(size.height(), (from, to) -> {
            for (int pixel = from * size.width(); pixel < to * size.width(); pixel++) {
                int best = 0;
                for (int of = 1; of < classes.size(); of++) {
                    best = planes[of * pixels + pixel] > planes[best * pixels + pixel] ? of : best;
                }
                labels[pixel] = best;
            }
        });
        return LabelMap.wrap(size, labels);
    }

    /**
     * How unsure every pixel is: the entropy of its probabilities over that of a fair guess, −Σ p ln p / ln K.
     *
     * @return row by row, 0 where one class is sure, 1 where all are alike; 0 everywhere for a single class
     */
    public float[] doubt() {
        int pixels = size.pixels();
        float[] doubt = new float[pixels];
        double most = Math.log(Math.max(2, classes.size()));
        RowBands.forEach(size.height(), (from, to) -> {
            for (int pixel = from * size.width(); pixel < to * size.width(); pixel++) {
                double sum = 0;
                for (int of = 0; of < classes.size(); of++) {
                    double share = planes[of * pixels + pixel];
                    sum -= share > 0 ? share * Math.log(share) : 0;
                }
                doubt[pixel] = (float) Math.max(0, Math.min(1, sum / most));
            }
        });
        return doubt;
    }

    @Override
    public String toString() {
        return classes.size() + " classes of " + size;
    }
}
