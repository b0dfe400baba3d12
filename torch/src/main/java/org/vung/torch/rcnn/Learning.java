package org.vung.torch.rcnn;

import org.vung.name.Phrase;
import org.vung.torch.rcnn.box.Choice;
import org.vung.torch.rcnn.box.Matching;

/**
 * What an R-CNN learns from in an image, in two stages.
 *
 * @param anchors which anchors are of an object
 * @param anchorChoice how many of them a step learns from
 * @param proposing how proposals are chosen in training
 * @param proposals which proposals are of an object
 * @param proposalChoice how many of them a step learns from
 */
public record Learning(
        Matching anchors, Choice anchorChoice, Proposing proposing, Matching proposals, Choice proposalChoice) {

    /**
     * torchvision's.
     *
     * @return 256 anchors, half of them of objects; 512 of 2,000 proposals, a quarter of them of objects
     */
    public static Learning usual() {
        return new Learning(Matching.ANCHORS, Choice.ANCHORS, Proposing.LEARNING, Matching.PROPOSALS, Choice.PROPOSALS);
    }

    /**
     * Reads texts; what they do not say is as in torchvision.
     *
     * @param anchors which a step learns from, {@code choice:boxes=256,share=0.5,enough=0.7,too-little=0.3}
     * @param proposals there are, {@code proposals:before=2000,after=2000,overlap=0.7,least=0.001}
     * @param boxes of them that a step learns from, {@code choice:boxes=512,share=0.25,enough=0.5,too-little=0.5}
     * @return what is learned from
     * @throws IllegalArgumentException if they say something else
     */
    public static Learning parse(String anchors, String proposals, String boxes) {
        Phrase first = choice(anchors);
        Phrase second = choice(boxes);
        return new Learning(
                matching(first, Matching.ANCHORS),
                choice(first, Choice.ANCHORS),
                Proposing.parse(proposals, Proposing.LEARNING),
                matching(second, Matching.PROPOSALS),
                choice(second, Choice.PROPOSALS));
    }

    private static Phrase choice(String text) {
        return Phrase.parse(text).named("choice").allow("boxes", "share", "enough", "too-little");
    }

    private static Matching matching(Phrase phrase, Matching usual) {
        return new Matching(
                phrase.number("enough", usual.enough()), phrase.number("too-little", usual.tooLittle()), usual.best());
    }

    private static Choice choice(Phrase phrase, Choice usual) {
        return new Choice(phrase.integer("boxes", usual.boxes()), phrase.number("share", usual.share()));
    }
}
