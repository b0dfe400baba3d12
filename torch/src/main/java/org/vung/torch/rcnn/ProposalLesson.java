package org.vung.torch.rcnn;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.box.Choice;
import org.vung.torch.rcnn.box.Coding;
import org.vung.torch.rcnn.box.Matching;
import org.vung.torch.run.Tensors;
import org.vung.torch.train.network.TrainableNetwork;

/** What the proposals' head learns: which anchors are of objects, and where those lie (Ren et al. 2015, equation 1). */
final class ProposalLesson {

    private final TrainableNetwork head;
    private final Anchors anchors;
    private final Matching matching;
    private final Choice choice;

    ProposalLesson(TrainableNetwork head, Anchors anchors, Learning learning) {
        this.head = head;
        this.anchors = anchors;
        this.matching = learning.anchors();
        this.choice = learning.anchorChoice();
    }

    /**
     * What the proposals' head says.
     *
     * @param anchors level by level [S]
     * @param objectness logits [N, S]
     * @param shifts [N, S, 4]
     */
    record Said(List<Boxes> anchors, Tensor objectness, Tensor shifts) {

        /** The proposals of one image. */
        Boxes proposed(int image, Extent seen, Proposing proposing) {
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
            return proposing.of(levels, seen);
        }
    }

    /** Of all levels of a batch, whose images are filled up to one size. */
    Said said(List<Tensor> maps, Extent filled) {
        TensorVector objectness = new TensorVector();
        TensorVector shifts = new TensorVector();
        List<Extent> sizes = new ArrayList<>();
        for (Tensor map : maps) {
            List<Tensor> answers = List.copyOf(head.forward(map).values());
            long count = map.size(0);
            objectness.push_back(answers.get(0).permute(0, 2, 3, 1).reshape(count, -1));
            shifts.push_back(answers.get(1).permute(0, 2, 3, 1).reshape(count, -1, 4));
            sizes.add(Tensors.size(map));
        }
        return new Said(anchors.of(sizes, filled), torch.cat(objectness, 1), torch.cat(shifts, 1));
    }

    /** What the anchors of a batch lose that are drawn by chance. */
    BoxLosses losses(Said said, List<Targets> targets, RandomGenerator random) {
        Boxes all = said.anchors.stream().reduce(Boxes.NONE, Boxes::and);
        Picked of = new Picked();
        Picked objects = new Picked();
        for (int image = 0; image < targets.size(); image++) {
            Boxes truth = targets.get(image).boxes();
            int[] matches = matching.of(truth, all);
            int[] chosen = choice.of(matches, random);
            int first = image * all.count();
            of.add(first, chosen, wanted(chosen, matches));
            int[] found = IntStream.of(chosen).filter(box -> matches[box] >= 0).toArray();
            Boxes nearest =
                    truth.only(IntStream.of(found).map(box -> matches[box]).toArray());
            objects.add(first, found, Coding.PROPOSALS.encode(nearest, all.only(found)));
        }
        Tensor sure = said.objectness.reshape(-1).index_select(0, of.places());
        return new BoxLosses(
                of.isEmpty() ? BoxLosses.zero(said.objectness) : binary_cross_entropy_with_logits(sure, of.numbers(-1)),
                BoxLosses.ofShifts(said.shifts.reshape(-1, 4), objects, of.count()));
    }

    /** 1 for boxes of objects, 0 for others. */
    private static float[] wanted(int[] chosen, int[] matches) {
        float[] wanted = new float[chosen.length];
        IntStream.range(0, wanted.length).forEach(at -> wanted[at] = matches[chosen[at]] >= 0 ? 1 : 0);
        return wanted;
    }
}
