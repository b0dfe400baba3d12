package org.vung.torch.rcnn.box;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which boxes a step learns from, drawn by chance: so many, of which at most a share are of objects; where there are fewer, the rest
 * are of none.
 *
 * @param boxes of one image, at least 1
 * @param share of objects, 0 … 1
 */
public record Choice(int boxes, double share) {

    /** Of anchors. */
    public static final Choice ANCHORS = new Choice(256, 0.5);

    /** Of proposals. */
    public static final Choice PROPOSALS = new Choice(512, 0.25);

    /** Checks the numbers. */
    public Choice {
        if (boxes < 1 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "boxes must be at least 1 and their share 0 … 1, got " + boxes + " and " + share);
        }
    }

    /**
     * Draws.
     *
     * @param matches as {@link Matching} gives them
     * @param random where chance comes from
     * @return indices of the chosen boxes, those of objects before the others, rising in each
     */
    public int[] of(int[] matches, RandomGenerator random) {
        int[] objects = IntStream.range(0, matches.length)
                .filter(box -> matches[box] >= 0)
                .toArray();
        int[] others = IntStream.range(0, matches.length)
                .filter(box -> matches[box] == Matching.NONE)
                .toArray();
        int[] first = drawn(objects, (int) (boxes * share), random);
        int[] second = drawn(others, boxes - first.length, random);
        int[] chosen = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, chosen, first.length, second.length);
        return chosen;
    }

    /** Some of the numbers, each as likely as any other, in their order; all where there are not more. */
    private static int[] drawn(int[] numbers, int count, RandomGenerator random) {
        for (int at = 0; at < Math.min(count, numbers.length - 1); at++) {
            int other = at + random.nextInt(numbers.length - at);
            int swapped = numbers[at];
            numbers[at] = numbers[other];
            numbers[other] = swapped;
        }
        int[] drawn = Arrays.copyOf(numbers, Math.min(count, numbers.length));
        Arrays.sort(drawn);
        return drawn;
    }
}
