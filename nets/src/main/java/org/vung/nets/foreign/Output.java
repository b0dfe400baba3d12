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

    /**
     * Probabilities of a row of pixels.
     *
     * @param scores [planes, width]
     * @param width pixels of the row
     * @param into gets them: [classes, pixels], two classes for one map
     * @param start place of the row in each plane of {@code into}
     * @param pixels numbers in each plane of {@code into}
     * @throws IllegalArgumentException if the network says labels only
     */
    public void probabilities(float[] scores, int width, float[] into, int start, int pixels) {
        for (int pixel = 0; pixel < width; pixel++) {
            switch (this) {
                case LOGITS -> softmax(scores, pixel, width, into, start + pixel, pixels);
                case PROBABILITIES -> {
                    for (int plane = 0; plane * width < scores.length; plane++) {
                        into[plane * pixels + start + pixel] = scores[plane * width + pixel];
                    }
                }
                case LOGIT, PROBABILITY -> {
                    float one = this == LOGIT ? (float) (1 / (1 + Math.exp(-scores[pixel]))) : scores[pixel];
                    into[start + pixel] = 1 - one;
                    into[pixels + start + pixel] = one;
                }
                case LABELS -> throw new IllegalArgumentException("answer must be scores, got labels");
            }
        }
    }

    private static void softmax(float[] scores, int from, int width, float[] into, int to, int pixels) {
        double largest = scores[largest(scores, from, width) * width + from];
        double sum = 0;
        for (int at = from; at < scores.length; at += width) {
            sum += Math.exp(scores[at] - largest);
        }
        for (int at = from, place = to; at < scores.length; at += width, place += pixels) {
            into[place] = (float) (Math.exp(scores[at] - largest) / sum);
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
