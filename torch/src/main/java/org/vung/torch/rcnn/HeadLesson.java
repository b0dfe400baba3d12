package org.vung.torch.rcnn;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.vung.mask.RunLengths;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.box.Choice;
import org.vung.torch.rcnn.box.Coding;
import org.vung.torch.rcnn.box.Matching;
import org.vung.torch.rcnn.roi.Grid;
import org.vung.torch.rcnn.roi.Levels;
import org.vung.torch.rcnn.roi.MaskTargets;
import org.vung.torch.train.network.TrainableNetwork;

/** What the heads learn of proposals: boxes and their classes (Girshick 2015), and masks (He et al. 2017, section 3). */
final class HeadLesson {

    private final TrainableNetwork boxes;
    private final @Nullable TrainableNetwork masks;
    private final Levels levels;
    private final Matching matching;
    private final Choice choice;

    HeadLesson(TrainableNetwork boxes, @Nullable TrainableNetwork masks, Levels levels, Learning learning) {
        this.boxes = boxes;
        this.masks = masks;
        this.levels = levels;
        this.matching = learning.proposals();
        this.choice = learning.proposalChoice();
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
    record Chosen(Boxes boxes, int[] objects, int[] classes, float[] shifts) {

        /** Which of the first boxes are of an object. */
        int[] of(int object) {
            return IntStream.range(0, objects.length)
                    .filter(at -> objects[at] == object)
                    .toArray();
        }
    }

    /** The objects themselves are among the proposals, so that there is something to learn from the first step on. */
    Chosen chosen(Boxes proposed, Targets targets, RandomGenerator random) {
        Boxes all = proposed.and(targets.boxes());
        int[] matches = matching.of(targets.boxes(), all);
        int[] chosen = choice.of(matches, random);
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

    /** What the chosen boxes of a batch lose. */
    BoxLosses boxLosses(List<Tensor> maps, List<Chosen> chosen) {
        int all = chosen.stream().mapToInt(one -> one.boxes.count()).sum();
        if (all == 0) {
            return new BoxLosses(BoxLosses.zero(maps.get(0)), BoxLosses.zero(maps.get(0)));
        }
        List<Tensor> answers =
                List.copyOf(boxes.forward(regions(maps, chosen, false, boxes)).values());
        Tensor scores = answers.get(0).flatten(1, 3); // [R, K]
        long[] classes = chosen.stream()
                .flatMapToInt(one -> IntStream.of(one.classes))
                .asLongStream()
                .toArray();
        Picked objects = objects(chosen, Math.toIntExact(scores.size(1)));
        return new BoxLosses(
                cross_entropy_loss(scores, Tensor.create(classes)),
                BoxLosses.ofShifts(answers.get(1).reshape(-1, 4), objects, all));
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

    /** What the masks of objects lose; 0, connected to a loss, where there are none. */
    Tensor maskLoss(List<Tensor> maps, List<Chosen> chosen, List<Targets> targets, Tensor connected) {
        int count = chosen.stream().mapToInt(one -> one.objects.length).sum();
        if (masks == null || count == 0) {
            return BoxLosses.zero(connected);
        }
        Tensor logits = masks.forward(regions(maps, chosen, true, masks))
                .values()
                .iterator()
                .next(); // [P, K, 28, 28]
        int classes = Math.toIntExact(logits.size(1));
        int side = Math.toIntExact(logits.size(2));
        Picked drawn = new Picked();
        int before = 0;
        for (int image = 0; image < chosen.size(); image++) {
            Chosen one = chosen.get(image);
            int first = before;
            List<RunLengths> drawings = targets.get(image).masks();
            IntStream.of(one.objects).distinct().sorted().forEach(object -> {
                int[] own = one.of(object);
                int[] places = IntStream.of(own)
                        .map(at -> (first + at) * classes + one.classes[at])
                        .toArray();
                drawn.add(0, places, MaskTargets.of(drawings.get(object), one.boxes.only(own), side));
            });
            before += one.objects.length;
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
}
