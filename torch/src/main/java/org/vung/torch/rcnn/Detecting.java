package org.vung.torch.rcnn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vung.Instances;
import org.vung.data.evaluate.InstanceFamily;
import org.vung.name.Phrase;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.box.Coding;
import org.vung.torch.rcnn.box.Suppression;

/**
 * Which objects are told of among what the box head says of the proposals: every class of every proposal that is sure enough, without
 * those that overlap a surer one of their class, and without those whose masks surer ones cover.
 *
 * @param score probability above which an object is told of, 0 … 1
 * @param suppression of those that overlap
 * @param most objects of an image, the surest
 * @param least side of an object in pixels that the network sees
 * @param visible least share of an object's mask that no surer one covers, 0 … 1, as {@link Instances#visible}; 0 leaves all
 * @param shown least score of an object that people are shown, 0 … 1, where they ask for no other
 */
public record Detecting(double score, Suppression suppression, int most, double least, double visible, double shown) {

    /** torchvision's. */
    public static final Detecting USUAL =
            new Detecting(0.05, new Suppression(0.5), 100, 1e-2, 0, InstanceFamily.USUAL_SCORE);

    /** Checks the numbers. */
    public Detecting {
        share("score", score);
        share("visible", visible);
        share("shown", shown);
        if (most < 1 || !(least >= 0)) {
            throw new IllegalArgumentException(
                    "objects must be at least 1, their sides at least 0 pixels, got " + most + " and " + least);
        }
    }

    private static void share(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(what + " of objects must be 0 … 1, got " + share);
        }
    }

    /**
     * Reads a text.
     *
     * @param text {@code objects:score=0.05,overlap=0.5,most=100,least=0.01,visible=0,shown=0.5}
     * @return the choice, torchvision's where a number is not given
     * @throws IllegalArgumentException if it says something else
     */
    public static Detecting parse(String text) {
        Phrase phrase =
                Phrase.parse(text).named("objects").allow("score", "overlap", "most", "least", "visible", "shown");
        return new Detecting(
                phrase.number("score", USUAL.score),
                new Suppression(phrase.number("overlap", USUAL.suppression.overlap())),
                phrase.integer("most", USUAL.most),
                phrase.number("least", USUAL.least),
                phrase.number("visible", USUAL.visible),
                phrase.number("shown", USUAL.shown));
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return with all numbers
     */
    public String text() {
        return Phrase.of("objects")
                .with("score", score)
                .with("overlap", suppression.overlap())
                .with("most", most)
                .with("least", least)
                .with("visible", visible)
                .with("shown", shown)
                .text();
    }

    /**
     * The same with other limits.
     *
     * @param score probability above which an object is told of
     * @param most objects of an image
     * @return a copy
     */
    public Detecting with(double score, int most) {
        return new Detecting(score, suppression, most, least, visible, shown);
    }

    /**
     * Objects of an image.
     *
     * @param boxes in pixels that the network sees
     * @param scores probabilities, falling
     * @param classes above 0, which is background
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(Boxes boxes, float[] scores, int[] classes) {}

    /**
     * Chooses.
     *
     * @param proposals of an image [R]
     * @param probabilities of the classes [R, K]
     * @param shifts that lead from a proposal to an object of each class [R, K, 4]
     * @param image height and width that the network sees, without zeros
     * @return objects, the surest first
     */
    Found of(Boxes proposals, float[] probabilities, float[] shifts, Extent image) {
        int classes = proposals.count() == 0 ? 1 : probabilities.length / proposals.count();
        int[] sure = IntStream.range(0, probabilities.length)
                .filter(at -> at % classes > 0 && probabilities[at] > score)
                .toArray();
        Boxes moved = moved(sure, classes, proposals, shifts).clipped(image);
        int[] large = IntStream.range(0, sure.length)
                .filter(box -> moved.width(box) >= least && moved.height(box) >= least)
                .toArray();
        Boxes boxes = moved.only(large);
        float[] scores = new float[large.length];
        IntStream.range(0, large.length).forEach(at -> scores[at] = probabilities[sure[large[at]]]);
        int[] own = IntStream.of(large).map(at -> sure[at] % classes).toArray();
        int[] kept = suppression.of(boxes, scores, own);
        return chosen(new Found(boxes, scores, own), Arrays.copyOf(kept, Math.min(most, kept.length)));
    }

    private static Boxes moved(int[] sure, int classes, Boxes proposals, float[] shifts) {
        float[] moves = new float[4 * sure.length];
        IntStream.range(0, sure.length).forEach(at -> System.arraycopy(shifts, 4 * sure[at], moves, 4 * at, 4));
        return Coding.OBJECTS.decode(
                moves, proposals.only(IntStream.of(sure).map(at -> at / classes).toArray()));
    }

    private static Found chosen(Found all, int[] which) {
        float[] scores = new float[which.length];
        IntStream.range(0, which.length).forEach(at -> scores[at] = all.scores[which[at]]);
        return new Found(
                all.boxes.only(which),
                scores,
                IntStream.of(which).map(at -> all.classes[at]).toArray());
    }
}
