package org.vung.nets.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.nets.file.MeaningJson;

/** A network's answer, checked and in one order: a map for every class, or one; [planes, height, width], no NaN. */
final class Scores {

    private final int planes;
    private final int height;
    private final int width;
    private final float[] numbers;

    private Scores(int planes, int height, int width, float[] numbers) {
        this.planes = planes;
        this.height = height;
        this.width = width;
        this.numbers = numbers;
    }

    /**
     * Checks the dimensions of an answer, as far as they are known.
     *
     * @param dimensions {@link ForeignNetwork#ANY} where free
     * @param description what they should be
     * @param usual the order where both would fit
     * @return the order of the dimensions; where they are free, the usual one, to be asked again
     * @throws IllegalArgumentException if they are of no kind that is known
     */
    static Order order(List<Integer> dimensions, Description description, Order usual) {
        int planes = description.planes();
        boolean flat = planes == 1 && dimensions.size() == 3;
        if (dimensions.isEmpty() || !(flat || dimensions.size() == 4) || !may(dimensions.get(0), 1)) {
            throw new IllegalArgumentException("answer must be "
                    + (planes == 1 ? "[1, H, W], [1, 1, H, W] or [1, H, W, 1]" : "[1, K, H, W] or [1, H, W, K]")
                    + ", got "
                    + dimensions + "; export the network with the scores of its pixels as its answer");
        }
        boolean first = flat || (may(dimensions.get(1), planes) && !isFixedAmongFree(dimensions, 3));
        boolean last = !flat && may(dimensions.get(3), planes) && !isFixedAmongFree(dimensions, 1);
        @Nullable Order said = description.order();
        if (said == Order.NCHW ? first : said == Order.NHWC ? last : first != last) {
            return first && said != Order.NHWC ? Order.NCHW : Order.NHWC;
        }
        if (said == null && first) {
            return usual; // both fit
        }
        throw new IllegalArgumentException("answer must have " + planes + " channels for \"answer\": \""
                + MeaningJson.word(description.answer()) + "\" and "
                + description.classes().size() + " classes, got " + dimensions
                + (said == null ? "" : " in the order " + said) + "; mend \"classes\" or \"answer\"");
    }

    /** Whether one axis alone has a length, which then is that of the channels. */
    private static boolean isFixedAmongFree(List<Integer> dimensions, int axis) {
        return dimensions.get(axis) != ForeignNetwork.ANY
                && dimensions.get(4 - axis) == ForeignNetwork.ANY
                && dimensions.get(2) == ForeignNetwork.ANY;
    }

    private static boolean may(int dimension, int wanted) {
        return dimension == wanted || dimension == ForeignNetwork.ANY;
    }

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException if it is of another shape or holds what is no score or no label
     */
    static Scores of(FloatArray answer, Description description, Order usual) {
        List<Integer> d = answer.dimensions();
        Order order = order(d, description, usual);
        int planes = description.planes();
        int rows = d.size() - (order == Order.NCHW ? 2 : 3);
        int height = d.get(rows);
        int width = d.get(rows + 1);
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "answer must have at least 1 × 1 pixels, got " + d + "; the image is too small for the network");
        }
        float[] numbers =
                order == Order.NCHW || planes == 1 ? answer.numbers() : FloatArray.planar(answer.numbers(), planes);
        check(numbers, description);
        return new Scores(planes, height, width, numbers);
    }

    private static void check(float[] numbers, Description description) {
        int classes = description.classes().size();
        boolean labels = description.answer() == Output.LABELS;
        for (float number : numbers) {
            if (Float.isNaN(number)) {
                throw new IllegalArgumentException(
                        "answer must be of numbers, got NaN; check \"preprocessing\": a scale"
                                + " or deviation that is off by far makes numbers grow until they are none");
            }
            if (labels && !(number >= 0 && number < classes && number == Math.rint(number))) {
                throw new IllegalArgumentException("labels must be whole numbers 0 … " + (classes - 1) + ", got "
                        + number + "; mend \"classes\" or \"answer\"");
            }
        }
    }

    int planes() {
        return planes;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** [planes, height, width]; shared. */
    float[] numbers() {
        return numbers;
    }
}
