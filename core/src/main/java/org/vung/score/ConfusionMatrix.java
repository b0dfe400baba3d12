package org.vung.score;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vung.grid.RowBands;
import org.vung.label.LabelMap;

/**
 * How often class j was said where class i is true: n_ij, counted in pixels. Immutable; matrices of many images are added.
 *
 * <p>With t_i = Σ_j n_ij the scores of J. Long, E. Shelhamer and T. Darrell, "Fully Convolutional Networks for Semantic
 * Segmentation" (2015) are read from it. A pixel is left out by its truth alone, never by what was said of it. A mean over the
 * classes is over those that occur in the truth; a score of nothing, 0 over 0, is NaN.
 */
public final class ConfusionMatrix {

    /** No label of the truth is left out. */
    public static final int NONE_IGNORED = -1;

    private static final int MOST_CLASSES = 1 << 12;

    private final int classes;
    /** [truth · classes + said]. */
    private final long[] counts;

    private ConfusionMatrix(int classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /**
     * The matrix of no pixel.
     *
     * @param classes 1 … 4096
     * @return zeros
     */
    public static ConfusionMatrix empty(int classes) {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException("classes must be 1 … " + MOST_CLASSES + ", got " + classes);
        }
        return new ConfusionMatrix(classes, new long[classes * classes]);
    }

    /**
     * A matrix of known counts.
     *
     * @param counts [truth][said] in pixels, square, at least 0
     * @return the matrix
     */
    public static ConfusionMatrix of(long[][] counts) {
        ConfusionMatrix matrix = empty(counts.length);
        for (int truth = 0; truth < counts.length; truth++) {
            if (counts[truth].length != counts.length) {
                throw new IllegalArgumentException("counts must be square, " + counts.length + " in every row, got "
                        + counts[truth].length + " in row " + truth);
            }
            for (int said = 0; said < counts.length; said++) {
                if (counts[truth][said] < 0) {
                    throw new IllegalArgumentException("counts must be at least 0, got " + counts[truth][said]);
                }
                matrix.counts[truth * counts.length + said] = counts[truth][said];
            }
        }
        return matrix;
    }

    /**
     * Counts the pixels of one image.
     *
     * @param classes how many there are
     * @param truth labels 0 … classes − 1, or {@code ignored}
     * @param said labels 0 … classes − 1, of the same size
     * @param ignored the label of the truth whose pixels are left out, or {@link #NONE_IGNORED}
     * @return the matrix
     * @throws IllegalArgumentException if sizes differ or a label has no class
     */
    public static ConfusionMatrix of(int classes, LabelMap truth, LabelMap said, int ignored) {
        ConfusionMatrix matrix = empty(classes);
        if (!truth.size().equals(said.size())) {
            throw new IllegalArgumentException(
                    "prediction must have the size of the truth " + truth.size() + ", got " + said.size());
        }
        int[] first = truth.sharedLabels();
        int[] second = said.sharedLabels();
        int width = truth.size().width();
        for (long[] part : RowBands.map(
                truth.size().height(), (from, to) -> matrix.count(first, second, from * width, to * width, ignored))) {
            add(part, matrix.counts);
        }
        return matrix;
    }

    private long[] count(int[] truth, int[] said, int from, int to, int ignored) {
        long[] part = new long[counts.length];
        for (int pixel = from; pixel < to; pixel++) {
            if (truth[pixel] != ignored) {
                part[place("truth", truth[pixel]) * classes + place("prediction", said[pixel])]++;
            }
        }
        return part;
    }

    private int place(String what, int label) {
        if (label >= classes) {
            throw new IllegalArgumentException(what + " must have labels 0 … " + (classes - 1) + ", got " + label
                    + "; name it as ignored if nobody knows these pixels");
        }
        return label;
    }

    private static void add(long[] part, long[] all) {
        for (int at = 0; at < all.length; at++) {
            all[at] += part[at];
        }
    }

    /**
     * The pixels of both.
     *
     * @param other of as many classes
     * @return the sum
     */
    public ConfusionMatrix plus(ConfusionMatrix other) {
        if (other.classes != classes) {
            throw new IllegalArgumentException("classes must be " + classes + ", got " + other.classes);
        }
        long[] sum = counts.clone();
        add(other.counts, sum);
        return new ConfusionMatrix(classes, sum);
    }

    /**
     * The pixels of many images; an image may be there more than once.
     *
     * @param matrices at least one, of as many classes each
     * @return the sum
     */
    public static ConfusionMatrix sum(Iterable<ConfusionMatrix> matrices) {
        ConfusionMatrix sum = null;
        for (ConfusionMatrix matrix : matrices) {
            if (sum == null) {
                sum = empty(matrix.classes);
            } else if (sum.classes != matrix.classes) {
                throw new IllegalArgumentException("classes must be " + sum.classes + ", got " + matrix.classes);
            }
            add(matrix.counts, sum.counts);
        }
        if (sum == null) {
            throw new IllegalArgumentException("matrices must be at least 1, got 0");
        }
        return sum;
    }

    /**
     * How many classes.
     *
     * @return at least 1
     */
    public int classes() {
        return classes;
    }

    /**
     * n_ij.
     *
     * @param truth the true class
     * @param said the class that was said
     * @return pixels
     */
    public long count(int truth, int said) {
        return counts[truth * classes + said];
    }

    /**
     * All pixels counted.
     *
     * @return Σ t_i
     */
    public long pixels() {
        return Arrays.stream(counts).sum();
    }

    /**
     * t_i: the pixels of a class.
     *
     * @param of a class
     * @return pixels of the truth
     */
    public long truth(int of) {
        return IntStream.range(0, classes).mapToLong(said -> count(of, said)).sum();
    }

    /**
     * How often a class was said.
     *
     * @param of a class
     * @return pixels of the prediction
     */
    public long said(int of) {
        return IntStream.range(0, classes).mapToLong(truth -> count(truth, of)).sum();
    }

    /**
     * The share of pixels that are right.
     *
     * @return Σ n_ii / Σ t_i
     */
    public double accuracy() {
        return (double) IntStream.range(0, classes)
                        .mapToLong(of -> count(of, of))
                        .sum()
                / pixels();
    }

    /**
     * The mean recall.
     *
     * @return mean of n_ii / t_i over the classes of the truth
     */
    public double meanAccuracy() {
        return meanOfPresent(this::recall);
    }

    /**
     * The share of a class's pixels that were found; sensitivity.
     *
     * @param of a class
     * @return n_ii / t_i
     */
    public double recall(int of) {
        return (double) count(of, of) / truth(of);
    }

    /**
     * The share of right ones where the class was said.
     *
     * @param of a class
     * @return n_ii / Σ_j n_ji
     */
    public double precision(int of) {
        return (double) count(of, of) / said(of);
    }

    /**
     * The share of the other pixels where the class was not said.
     *
     * @param of a class
     * @return true negatives over all negatives
     */
    public double specificity(int of) {
        long others = pixels() - truth(of);
        return (double) (others - (said(of) - count(of, of))) / others;
    }

    /**
     * Intersection over union.
     *
     * @param of a class
     * @return n_ii / (t_i + Σ_j n_ji − n_ii)
     */
    public double iou(int of) {
        long both = count(of, of);
        return (double) both / (truth(of) + said(of) - both);
    }

    /**
     * The Dice coefficient of the sums, which is F1.
     *
     * @param of a class
     * @return 2 n_ii / (t_i + Σ_j n_ji)
     */
    public double dice(int of) {
        return 2.0 * count(of, of) / (truth(of) + said(of));
    }

    /**
     * The usual mean: over the classes of the truth. One that is said but never true is not a term; it lowers the others.
     *
     * @return mean intersection over union
     */
    public double meanIou() {
        return meanOfPresent(this::iou);
    }

    /**
     * The mean as torchvision's training script takes it: over all classes. A class said but never true is 0; one neither said
     * nor true makes the mean NaN.
     *
     * @return mean intersection over union
     */
    public double meanIouOfAll() {
        return IntStream.range(0, classes).mapToDouble(this::iou).sum() / classes;
    }

    /**
     * The mean Dice coefficient.
     *
     * @return mean over the classes of the truth
     */
    public double meanDice() {
        return meanOfPresent(this::dice);
    }

    /**
     * Intersection over union weighted by how much there is of a class.
     *
     * @return Σ t_i IoU_i / Σ t_i
     */
    public double frequencyWeightedIou() {
        double sum = IntStream.range(0, classes)
                .filter(of -> truth(of) > 0)
                .mapToDouble(of -> truth(of) * iou(of))
                .sum();
        return sum / pixels();
    }

    private double meanOfPresent(IntToDoubleFunction score) {
        return IntStream.range(0, classes)
                .filter(of -> truth(of) > 0)
                .mapToDouble(score)
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return classes + " classes, " + pixels() + " pixels, " + accuracy() + " right";
    }
}
