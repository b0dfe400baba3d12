package org.vung.data.weight;

import java.util.List;
import org.vung.data.ClassMap;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.grid.RowBands;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * The weight map of U-Net (Ronneberger, Fischer, Brox: U-Net, MICCAI 2015, equation 2), which makes a network learn the narrow gaps
 * between objects: w = w_c + w0 · exp(−(d1 + d2)² ÷ 2σ²) on the background, w_c elsewhere. w_c is the weight of the pixel's class; d1
 * and d2 are the distances to the nearest and to the second nearest object, exact and Euclidean, between pixel centres. As text
 * {@code border:w0=10,sigma=5,background=0}.
 *
 * <p>Objects are the connected components (edges touch) of the classes that are not background: two of one class that touch are one,
 * so their truth must leave a gap, as the paper's does. Pixels that nobody knows ({@link ClassMap#IGNORE}) are neither background nor
 * object and weigh 0. With fewer than two objects only w_c is left.
 *
 * <p>Differs from the paper: distances end at the object's outermost pixels, since it does not say where a border lies.
 *
 * @param w0 largest addition, 0 … 1000; 10 in the paper
 * @param sigma σ in pixels, 0.1 … 1000; about 5 in the paper
 * @param background its class
 */
public record BorderWeights(double w0, double sigma, int background) {

    /** Checks the numbers. */
    public BorderWeights {
        Bounds.check("w0 of border", w0, 0, 1000);
        Bounds.check("sigma of border", sigma, 0.1, 1000);
        Bounds.check("background of border", background, 0, ClassMap.IGNORE - 1);
    }

    /**
     * The paper's numbers, with background as class 0.
     *
     * @return w0 10, σ 5
     */
    public static BorderWeights usual() {
        return new BorderWeights(10, 5, 0);
    }

    /**
     * Reads the text.
     *
     * @param text such as {@code border} or {@code border:w0=10,sigma=5,background=0}
     * @return the options
     * @throws IllegalArgumentException if the name, a key or a number is not known
     */
    public static BorderWeights parse(String text) {
        Phrase phrase = Phrase.parse(text).named("border").allow("w0", "sigma", "background");
        return new BorderWeights(phrase.number("w0", 10), phrase.number("sigma", 5), phrase.integer("background", 0));
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return such as {@code border:w0=10,sigma=5,background=0}
     */
    public String text() {
        return Phrase.of("border")
                .with("w0", w0)
                .with("sigma", sigma)
                .with("background", background)
                .text();
    }

    /**
     * The weights of a truth, 1 for every class.
     *
     * @param truth a class for every pixel
     * @return row by row [height · width]
     */
    public float[] of(LabelMap truth) {
        return of(truth, List.of());
    }

    /**
     * The weights of a truth.
     *
     * @param truth a class for every pixel
     * @param classWeights w_c, one for every class that occurs; empty for 1 each
     * @return row by row [height · width]
     */
    public float[] of(LabelMap truth, List<Double> classWeights) {
        int[] classes = truth.sharedLabels();
        double[] ofClass = ofClass(truth.count(), classWeights);
        float[] weights = new float[classes.length];
        for (int pixel = 0; pixel < weights.length; pixel++) {
            int label = classes[pixel];
            if (label != ClassMap.IGNORE && label >= ofClass.length) {
                throw new IllegalArgumentException(
                        "class weights must be at least " + (label + 1) + ", one a class, got " + ofClass.length);
            }
            weights[pixel] = label == ClassMap.IGNORE ? 0 : (float) ofClass[label];
        }
        addBorders(weights, truth);
        return weights;
    }

    private static double[] ofClass(int count, List<Double> classWeights) {
        double[] weights = new double[classWeights.isEmpty() ? count : classWeights.size()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = classWeights.isEmpty() ? 1 : classWeights.get(at);
        }
        return weights;
    }

    private void addBorders(float[] weights, LabelMap truth) {
        Size size = truth.size();
        int[] classes = truth.sharedLabels();
        TwoNearest nearest = TwoNearest.of(objects(truth), size);
        RowBands.forEach(size.height(), (from, to) -> {
            TwoNearest.Row row = nearest.row();
            for (int at = from; at < to; at++) {
                row.measure(at);
                for (int column = 0; column < size.width(); column++) {
                    int pixel = size.index(at, column);
                    if (classes[pixel] == background) {
                        double both = Math.sqrt(row.first(column)) + Math.sqrt(row.second(column));
                        weights[pixel] += (float) (w0 * Math.exp(-both * both / (2 * sigma * sigma)));
                    }
                }
            }
        });
    }

    /** The object of every pixel, −1 where there is none. */
    private int[] objects(LabelMap truth) {
        Size size = truth.size();
        int[] classes = truth.sharedLabels();
        int[] objects = Components.label(classes, size.height(), size.width(), Neighbourhood.FOUR);
        for (int pixel = 0; pixel < objects.length; pixel++) {
            if (classes[pixel] == background || classes[pixel] == ClassMap.IGNORE) {
                objects[pixel] = -1;
            }
        }
        return objects;
    }
}
