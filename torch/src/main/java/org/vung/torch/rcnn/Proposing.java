package org.vung.torch.rcnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.name.Phrase;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.box.Coding;
import org.vung.torch.rcnn.box.Suppression;

/**
 * How proposals are chosen among what the network says of the anchors (Ren et al. 2015, section 3.3): the surest of each level, moved
 * and cut at the image, without those that overlap a surer one of their level.
 *
 * @param before so many of each level are looked at
 * @param after so many of an image are left
 * @param suppression of those that overlap
 * @param least side in pixels
 */
public record Proposing(int before, int after, Suppression suppression, double least) {

    /** When the network is used. */
    public static final Proposing USED = new Proposing(1000, 1000, new Suppression(0.7), 1e-3);

    /** When it learns. */
    public static final Proposing LEARNING = new Proposing(2000, 2000, new Suppression(0.7), 1e-3);

    /** Checks the numbers. */
    public Proposing {
        if (before < 1 || after < 1 || !(least >= 0)) {
            throw new IllegalArgumentException("proposals must be at least 1 and their sides at least 0 pixels, got "
                    + before + ", " + after + " and " + least);
        }
    }

    /**
     * Reads a text.
     *
     * @param text {@code proposals:before=1000,after=1000,overlap=0.7,least=0.001}
     * @param usual what stands where a number is not given
     * @return the choice
     * @throws IllegalArgumentException if it says something else
     */
    public static Proposing parse(String text, Proposing usual) {
        Phrase phrase = Phrase.parse(text).named("proposals").allow("before", "after", "overlap", "least");
        return new Proposing(
                phrase.integer("before", usual.before),
                phrase.integer("after", usual.after),
                new Suppression(phrase.number("overlap", usual.suppression.overlap())),
                phrase.number("least", usual.least));
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return with all numbers
     */
    public String text() {
        return Phrase.of("proposals")
                .with("before", before)
                .with("after", after)
                .with("overlap", suppression.overlap())
                .with("least", least)
                .text();
    }

    /**
     * What the network says of the anchors of one level in one image.
     *
     * @param anchors place by place [A]
     * @param objectness logits [A]
     * @param shifts that lead from the anchors to objects [A, 4]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Level(Boxes anchors, float[] objectness, float[] shifts) {

        /** The surest, and where they lead. */
        Level surest(int count) {
            int[] order = Suppression.surestFirst(objectness);
            int[] first = Arrays.copyOf(order, Math.min(count, order.length));
            return only(first);
        }

        private Level only(int[] which) {
            float[] sure = new float[which.length];
            float[] moves = new float[4 * which.length];
            for (int at = 0; at < which.length; at++) {
                sure[at] = objectness[which[at]];
                System.arraycopy(shifts, 4 * which[at], moves, 4 * at, 4);
            }
            return new Level(anchors.only(which), sure, moves);
        }
    }

    /**
     * Chooses.
     *
     * @param levels what the network says
     * @param image height and width that it sees, without zeros
     * @return proposals of an image, the surest first
     */
    Boxes of(List<Level> levels, Extent image) {
        Boxes all = Boxes.NONE;
        List<Float> scores = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            Level surest = levels.get(level).surest(before);
            Boxes moved = Coding.PROPOSALS.decode(surest.shifts, surest.anchors).clipped(image);
            int[] large = large(moved);
            all = all.and(moved.only(large));
            for (int box : large) {
                scores.add(surest.objectness[box]);
                groups.add(level);
            }
        }
        float[] sure = new float[scores.size()];
        IntStream.range(0, sure.length).forEach(box -> sure[box] = scores.get(box));
        int[] kept = suppression.of(
                all, sure, groups.stream().mapToInt(Integer::intValue).toArray());
        return all.only(Arrays.copyOf(kept, Math.min(after, kept.length)));
    }

    private int[] large(Boxes boxes) {
        return IntStream.range(0, boxes.count())
                .filter(box -> boxes.width(box) >= least && boxes.height(box) >= least)
                .toArray();
    }
}
