package org.vung.torch.rcnn;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.smooth_l1_loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.box.Coding;
import org.vung.torch.rcnn.roi.Grid;
import org.vung.torch.rcnn.roi.Levels;
import org.vung.torch.rcnn.roi.MaskTargets;
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

    private static final double BEND = 1.0 / 9;
    private static final long SUM = 2;

    private final TrainableNetwork backbone;
    private final TrainableNetwork proposals;
    private final TrainableNetwork boxes;
    private final @Nullable TrainableNetwork masks;
    private final Anchors anchors;
    private final Learning learning;
    private final Levels levels;

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
        this.anchors = anchors;
        this.learning = learning;
        backbone = network.part(Rcnn::backbone);
        proposals = network.part(Rcnn::proposals);
        boxes = network.part(Rcnn::boxes);
        masks = Rcnn.hasMasks(network.graph()) ? network.part(Rcnn::masks) : null;
        int count = backbone.graph().outputs().size();
        levels = count == 1 ? Levels.of(List.of(16)) : new Levels(2, count - 1); // the coarsest is for proposals alone
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
        Said said = said(maps, new Extent(Math.toIntExact(images.size(2)), Math.toIntExact(images.size(3))));
        Tensor[] first = proposalLosses(said, targets, random);
        List<Chosen> chosen = new ArrayList<>();
        for (int image = 0; image < targets.size(); image++) {
            chosen.add(chosen(said.proposed(image, seen.get(image), learning), targets.get(image), random));
        }
        Tensor[] second = boxLosses(maps, chosen);
        return new Losses(first[0], first[1], second[0], second[1], maskLoss(maps, chosen, targets, second[0]));
    }

    /**
     * What the proposals' head says.
     *
     * @param anchors level by level [S]
     * @param objectness logits [N, S]
     * @param shifts [N, S, 4]
     */
    private record Said(List<Boxes> anchors, Tensor objectness, Tensor shifts) {

        Boxes proposed(int image, Extent seen, Learning learning) {
            float[] sure = Tensors.toFloats(objectness.detach().select(0, image));
            float[] moves = Tensors.toFloats(shifts.detach().select(0, image));
            List<Proposing.Level> levels = new ArrayList<>();
            int from = 0;
            for (Boxes level : anchors) {
                int to = from + level.count();
                levels.add(new Proposing.Level(
                        level, Arrays.copyOfRange(sure, from, to), Arrays.copyOfRange(moves, 4 * from, 4 * to)));
                from = to;
            }
            return learning.proposing().of(levels, seen);
        }
    }

    private Said said(List<Tensor> maps, Extent filled) {
        TensorVector objectness = new TensorVector();
        TensorVector shifts = new TensorVector();
        List<Extent> sizes = new ArrayList<>();
        for (Tensor map : maps) {
            List<Tensor> answers = List.copyOf(proposals.forward(map).values());
            long count = map.size(0);
            objectness.push_back(answers.get(0).permute(0, 2, 3, 1).reshape(count, -1));
            shifts.push_back(answers.get(1).permute(0, 2, 3, 1).reshape(count, -1, 4));
            sizes.add(new Extent(Math.toIntExact(map.size(2)), Math.toIntExact(map.size(3))));
        }
        return new Said(anchors.of(sizes, filled), torch.cat(objectness, 1), torch.cat(shifts, 1));
    }

    private Tensor[] proposalLosses(Said said, List<Targets> targets, RandomGenerator random) {
        Boxes all = said.anchors.stream().reduce(Boxes.NONE, Boxes::and);
        Picked of = new Picked();
        Picked objects = new Picked();
        for (int image = 0; image < targets.size(); image++) {
            Boxes truth = targets.get(image).boxes();
            int[] matches = learning.anchors().of(truth, all);
            int[] chosen = learning.anchorChoice().of(matches, random);
            int first = image * all.count();
            of.add(first, chosen, wanted(chosen, matches));
            int[] found = IntStream.of(chosen).filter(box -> matches[box] >= 0).toArray();
            Boxes nearest =
                    truth.only(IntStream.of(found).map(box -> matches[box]).toArray());
            objects.add(first, found, Coding.PROPOSALS.encode(nearest, all.only(found)));
        }
        Tensor sure = said.objectness.reshape(-1).index_select(0, of.places());
        Tensor moves = said.shifts.reshape(-1, 4).index_select(0, objects.places());
        return new Tensor[] {
            of.isEmpty() ? zero(said.objectness) : binary_cross_entropy_with_logits(sure, of.numbers(-1)),
            over(smooth_l1_loss(moves, objects.numbers(-1, 4), SUM, BEND), of.count())
        };
    }

    /** 1 for boxes of objects, 0 for others. */
    private static float[] wanted(int[] chosen, int[] matches) {
        float[] wanted = new float[chosen.length];
        IntStream.range(0, wanted.length).forEach(at -> wanted[at] = matches[chosen[at]] >= 0 ? 1 : 0);
        return wanted;
    }

    /**
     * Proposals of an image that the heads learn from, those of objects first.
     *
     * @param boxes all
     * @param objects which object each of the first is of
     * @param classes of each, 0 behind the first
     * @param shifts that lead the first to their objects
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Chosen(Boxes boxes, int[] objects, int[] classes, float[] shifts) {}

    /** The objects themselves are among the proposals, so that there is something to learn from the first step on. */
    private Chosen chosen(Boxes proposed, Targets targets, RandomGenerator random) {
        Boxes all = proposed.and(targets.boxes());
        int[] matches = learning.proposals().of(targets.boxes(), all);
        int[] chosen = learning.proposalChoice().of(matches, random);
        int[] objects = IntStream.of(chosen)
                .map(box -> matches[box])
                .filter(match -> match >= 0)
                .toArray();
        int[] classes = IntStream.of(chosen)
                .map(box -> matches[box] >= 0 ? targets.classes().get(matches[box]) : 0)
                .toArray();
        Boxes boxes = all.only(chosen);
        float[] shifts = Coding.OBJECTS.encode(targets.boxes().only(objects), boxes.only(first(objects.length)));
        return new Chosen(boxes, objects, classes, shifts);
    }

    private static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }

    private Tensor[] boxLosses(List<Tensor> maps, List<Chosen> chosen) {
        int all = chosen.stream().mapToInt(one -> one.boxes.count()).sum();
        if (all == 0) {
            return new Tensor[] {zero(maps.get(0)), zero(maps.get(0))};
        }
        List<Tensor> answers =
                List.copyOf(boxes.forward(regions(maps, chosen, false, boxes)).values());
        Tensor scores = answers.get(0).flatten(1, 3); // [R, K]
        long[] classes = chosen.stream()
                .flatMapToInt(one -> IntStream.of(one.classes))
                .asLongStream()
                .toArray();
        Picked objects = objects(chosen, Math.toIntExact(scores.size(1)));
        Tensor moves = answers.get(1).reshape(-1, 4).index_select(0, objects.places()); // [P, 4]
        return new Tensor[] {
            cross_entropy_loss(scores, Tensor.create(classes)),
            over(smooth_l1_loss(moves, objects.numbers(-1, 4), SUM, BEND), all)
        };
    }

    /** Where the shifts of boxes of objects stand among those of all boxes and classes. */
    private static Picked objects(List<Chosen> chosen, int classes) {
        Picked objects = new Picked();
        int before = 0;
        for (Chosen one : chosen) {
            int first = before;
            int[] places = IntStream.range(0, one.objects.length)
                    .map(at -> (first + at) * classes + one.classes[at])
                    .toArray();
            objects.add(0, places, one.shifts);
            before += one.boxes.count();
        }
        return objects;
    }

    private Tensor maskLoss(List<Tensor> maps, List<Chosen> chosen, List<Targets> targets, Tensor connected) {
        int count = chosen.stream().mapToInt(one -> one.objects.length).sum();
        if (masks == null || count == 0) {
            return zero(connected);
        }
        Tensor logits = masks.forward(regions(maps, chosen, true, masks))
                .values()
                .iterator()
                .next(); // [P, K, 28, 28]
        int side = Math.toIntExact(logits.size(2));
        Picked drawn = new Picked();
        int done = 0;
        for (int image = 0; image < chosen.size(); image++) {
            Chosen one = chosen.get(image);
            for (int at = 0; at < one.objects.length; at++) {
                float[] wanted = MaskTargets.of(
                        targets.get(image).masks().get(one.objects[at]), one.boxes.only(new int[] {at}), side);
                int place = done++ * Math.toIntExact(logits.size(1)) + one.classes[at];
                drawn.add(place, new int[] {0}, wanted);
            }
        }
        Tensor own = logits.flatten(0, 1).index_select(0, drawn.places()); // [P, 28, 28]
        return binary_cross_entropy_with_logits(own, drawn.numbers(-1, side, side));
    }

    /** Maps for a head: of all chosen boxes, or of those of objects. */
    private Tensor regions(List<Tensor> maps, List<Chosen> chosen, boolean ofObjects, TrainableNetwork head) {
        Boxes all = Boxes.NONE;
        IntStream images = IntStream.empty();
        for (int image = 0; image < chosen.size(); image++) {
            Chosen one = chosen.get(image);
            int count = ofObjects ? one.objects.length : one.boxes.count();
            int own = image;
            all = all.and(one.boxes.only(first(count)));
            images = IntStream.concat(images, IntStream.generate(() -> own).limit(count));
        }
        return levels.regions(
                maps, all, images.toArray(), Grid.of(head.graph().input().height()));
    }

    /** 0, from which gradients of 0 flow back, so that every step has a gradient of everything. */
    private static Tensor zero(Tensor connected) {
        return connected.sum().mul(new Scalar(0.0));
    }

    private static Tensor over(Tensor sum, int count) {
        return sum.div(new Scalar((double) Math.max(1, count)));
    }

    /** Places in a tensor, and what is wanted there. */
    private static final class Picked {

        private final List<Long> places = new ArrayList<>();
        private final List<float[]> numbers = new ArrayList<>();

        void add(int first, int[] which, float[] wanted) {
            IntStream.of(which).forEach(place -> places.add((long) first + place));
            numbers.add(wanted);
        }

        boolean isEmpty() {
            return places.isEmpty();
        }

        int count() {
            return places.size();
        }

        Tensor places() {
            return Tensor.create(places.stream().mapToLong(Long::longValue).toArray());
        }

        Tensor numbers(long... shape) {
            int length = numbers.stream().mapToInt(part -> part.length).sum();
            float[] all = new float[length];
            int at = 0;
            for (float[] part : numbers) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return Tensor.create(all).view(shape);
        }
    }
}
