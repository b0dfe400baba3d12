package org.vung.torch.rcnn;

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
}
