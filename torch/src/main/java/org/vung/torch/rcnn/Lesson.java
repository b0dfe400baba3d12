package org.vung.torch.rcnn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.roi.Levels;
import org.vung.torch.run.Tensors;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.network.TrainableParts;

/**
 * The losses of an R-CNN for a batch of images: of the proposals (Ren et al. 2015, equation 1), of the boxes and their classes
 * (Girshick 2015), of the masks (He et al. 2017, section 3). Gradients do not flow through where proposals lie.
 *
 * <p>As torchvision sums them: over the boxes that were chosen, not over those of objects alone; smooth L1 bends at 1/9.
 */
public final class Lesson {

    private final TrainableNetwork backbone;
    private final ProposalLesson proposals;
    private final HeadLesson heads;
    private final Proposing proposing;

    /**
     * The five losses, each one number that gradients flow back from.
     *
     * @param objectness whether anchors are of objects
     * @param proposals where those lie
     * @param classes what the boxes are of
     * @param boxes where those lie
     * @param masks what they look like, 0 for a network without masks
     */
    public record Losses(Tensor objectness, Tensor proposals, Tensor classes, Tensor boxes, Tensor masks) {

        /**
         * All together.
         *
         * @return their sum
         */
        public Tensor sum() {
            return objectness.add(proposals).add(classes).add(boxes).add(masks);
        }
    }

    /**
     * Lessons for a network.
     *
     * @param network as {@link Rcnn} builds it
     * @param anchors that proposals start from
     * @param learning what is learned from
     */
    public Lesson(TrainableParts network, Anchors anchors, Learning learning) {
        backbone = network.part(RcnnParts::backbone);
        proposals = new ProposalLesson(network.part(RcnnParts::proposals), anchors, learning);
        heads = new HeadLesson(
                network.part(RcnnParts::boxes),
                RcnnParts.hasMasks(network.graph()) ? network.part(RcnnParts::masks) : null,
                Levels.ofBackbone(backbone.graph().outputs().size()),
                learning);
        proposing = learning.proposing();
    }

    /**
     * The losses of a batch. To be called inside a scope that ends after the backward pass.
     *
     * @param images [N, C, H, W], zeros below and to the right of smaller ones
     * @param seen height and width of each without zeros
     * @param targets the objects of each
     * @param random where chance comes from
     * @return five numbers; 0 where there is nothing to learn, never NaN
     */
    public Losses of(Tensor images, List<Extent> seen, List<Targets> targets, RandomGenerator random) {
        List<Tensor> maps = List.copyOf(backbone.forward(images).values()); // [N, C, H/4, W/4] …
        ProposalLesson.Said said = proposals.said(maps, Tensors.size(images));
        BoxLosses ofAnchors = proposals.losses(said, targets, random);
        List<HeadLesson.Chosen> chosen = new ArrayList<>();
        for (int image = 0; image < targets.size(); image++) {
            chosen.add(heads.chosen(said.proposed(image, seen.get(image), proposing), targets.get(image), random));
        }
        BoxLosses ofBoxes = heads.boxLosses(maps, chosen);
        Tensor ofMasks = heads.maskLoss(maps, chosen, targets, ofBoxes.what());
        return new Losses(ofAnchors.what(), ofAnchors.where(), ofBoxes.what(), ofBoxes.where(), ofMasks);
    }
}
