package org.vung.data.evaluate;

import java.util.Arrays;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.Truth;
import org.vung.label.LabelMap;
import org.vung.score.ConfusionMatrix;
import org.vung.score.Ranking;

/**
 * One class against the rest: the areas under both curves over all thresholds, exact, and the scores at the labels themselves. Keeps
 * five bytes a pixel of all images. Limits of the areas are read from probabilities rounded to 1 in 1,024.
 *
 * @param match of the method's classes
 * @param positive index of the class to be found, in the data set
 */
public record BinaryFamily(ClassMatch match, int positive) implements Family<BinaryFamily.Pixels> {

    private static final int BINS = 1024;

    /** Checks the class. */
    public BinaryFamily {
        if (positive < 0 || positive >= match.known()) {
            throw new IllegalArgumentException(
                    "positive class must be 0 … " + (match.known() - 1) + ", got " + positive);
        }
    }

    /** Counts of an image: [rest, positive]², and the probabilities of the pixels that somebody knows. */
    public static final class Pixels {

        private final ConfusionMatrix matrix;
        private final float[] scores;
        private final boolean[] right;
        /** Of the rest, then of positives. */
        private final int[] bins = new int[2 * BINS];

        private Pixels(ConfusionMatrix matrix, float[] scores, boolean[] right) {
            this.matrix = matrix;
            this.scores = scores;
            this.right = right;
            for (int pixel = 0; pixel < scores.length; pixel++) {
                int bin = (int) Math.max(0, Math.min(BINS - 1, scores[pixel] * (double) BINS));
                bins[(right[pixel] ? BINS : 0) + bin]++;
            }
        }
    }

    @Override
    public String name() {
        return "binary";
    }

    @Override
    public boolean soft() {
        return true;
    }

    @Override
    public Pixels count(Truth truth, Prediction said) {
        ConfusionMatrix all = match.count(truth, said);
        int[] labels = ClassMatch.map(truth).labels().sharedLabels();
        float[] probability = match.probability(said.scores(), positive);
        float[] scores = new float[labels.length];
        boolean[] right = new boolean[labels.length];
        int count = 0;
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (labels[pixel] != ClassMap.IGNORE) {
                right[count] = labels[pixel] == positive;
                scores[count++] = number(probability[pixel], pixel);
            }
        }
        return new Pixels(oneAgainstRest(all), Arrays.copyOf(scores, count), Arrays.copyOf(right, count));
    }

    private static float number(float probability, int pixel) {
        if (Float.isNaN(probability)) {
            throw new IllegalArgumentException("probabilities must be numbers, got NaN at pixel " + pixel
                    + "; try 'vung model test' on the network");
        }
        return probability;
    }

    private ConfusionMatrix oneAgainstRest(ConfusionMatrix all) {
        long found = all.count(positive, positive);
        long missed = all.truth(positive) - found;
        long invented = all.said(positive) - found;
        return ConfusionMatrix.of(new long[][] {{all.pixels() - found - missed - invented, invented}, {missed, found}});
    }

    @Override
    public List<Score> scores() {
        return List.of(
                Score.overall("AUC"),
                Score.overall("average precision"),
                Score.overall("F1"),
                Score.overall("accuracy"),
                Score.overall("sensitivity"),
                Score.overall("specificity"),
                Score.overall("precision"),
                Score.overall("IoU"));
    }

    @Override
    public double[] values(List<Pixels> counts) {
        Ranking.Builder builder = new Ranking.Builder();
        for (Pixels image : counts) {
            for (int pixel = 0; pixel < image.scores.length; pixel++) {
                builder.add(image.scores[pixel], image.right[pixel]);
            }
        }
        Ranking ranking = builder.ranked();
        return values(ranking.areaUnderRoc(), ranking.averagePrecision(), counts);
    }

    @Override
    public double[] drawn(List<Pixels> counts) {
        long[] sums = new long[2 * BINS];
        for (Pixels image : counts) {
            for (int bin = 0; bin < sums.length; bin++) {
                sums[bin] += image.bins[bin];
            }
        }
        double positives = 0;
        double negatives = 0;
        double area = 0;
        double precisions = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            area += sums[bin] * (positives + sums[BINS + bin] / 2.0);
            positives += sums[BINS + bin];
            negatives += sums[bin];
            precisions += sums[BINS + bin] == 0 ? 0 : sums[BINS + bin] * (positives / (positives + negatives));
        }
        return values(area / positives / negatives, precisions / positives, counts);
    }

    private static double[] values(double area, double precision, List<Pixels> counts) {
        ConfusionMatrix sum =
                ConfusionMatrix.sum(counts.stream().map(image -> image.matrix).toList());
        return new double[] {
            area,
            precision,
            sum.dice(1),
            sum.accuracy(),
            sum.recall(1),
            sum.specificity(1),
            sum.precision(1),
            sum.iou(1)
        };
    }

    @Override
    public LabelMap shown(Prediction said) {
        return match.labels(said.labels());
    }
}
