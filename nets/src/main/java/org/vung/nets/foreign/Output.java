package org.vung.nets.foreign;

/** What the numbers of a foreign network's answer mean. */
public enum Output {
    /** A score per class; the largest is the class. */
    LOGITS,
    /** A probability per class; the largest is the class. */
    PROBABILITIES,
    /** One score; above 0 is class 1, the rest class 0. */
    LOGIT,
    /** One probability; above 0.5 is class 1, the rest class 0. */
    PROBABILITY,
    /** The class itself, a whole number from 0. */
    LABELS;

    /** Whether there is one map for every class, not one for all. */
    boolean isPerClass() {
        return this == LOGITS || this == PROBABILITIES;
    }

    /**
     * Labels of a row of pixels; of equal scores the first wins.
     *
     * @param scores [planes, width]
     * @param width pixels of the row
     * @param labels gets them
     * @param start where in the labels
     */
    public void label(float[] scores, int width, int[] labels, int start) {
        for (int pixel = 0; pixel < width; pixel++) {
            labels[start + pixel] = switch (this) {
                case LOGITS, PROBABILITIES -> largest(scores, pixel, width);
                case LOGIT -> scores[pixel] > 0 ? 1 : 0;
                case PROBABILITY -> scores[pixel] > 0.5f ? 1 : 0;
                case LABELS -> (int) scores[pixel];
            };
        }
    }

    private static int largest(float[] scores, int pixel, int width) {
        int best = 0;
        for (int at = pixel + width, plane = 1; at < scores.length; at += width, plane++) {
            if (scores[at] > scores[best * width + pixel]) {
                best = plane;
            }
        }
        return best;
    }
}
