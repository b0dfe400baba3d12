package org.vung.torch.train.detect;

import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.data.order.SplitMix64;
import org.vung.torch.rcnn.Lesson;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableParts;
import org.vung.torch.train.task.Lessons;

/** Windows of images with their objects, and the five losses of an R-CNN. */
final class DetectionLessons implements Lessons {

    private final TrainableParts network;
    private final Lesson lesson;
    private final Batches<SceneBatch> batches;
    private final Turns turns;

    DetectionLessons(TrainableParts network, Lesson lesson, Batches<SceneBatch> batches, Turns turns) {
        this.network = network;
        this.lesson = lesson;
        this.batches = batches;
        this.turns = turns;
    }

    @Override
    public FlatParameters parameters() {
        return network.parameters();
    }

    @Override
    public double backward(long index, int parts) throws IOException {
        SceneBatch batch = batches.at(index);
        Turns.Part part = turns.part();
        try (PointerScope scope = new PointerScope()) {
            Tensor sum = lesson.of(
                            batch.input(),
                            batch.seen(),
                            batch.targets(),
                            SplitMix64.at(part.seed(), index * part.ranks() + part.rank()))
                    .sum();
            Tensor mean = sum.div(new Scalar((double) parts));
            mean.backward();
            return mean.item_float();
        }
    }

    @Override
    public int epoch(long batch) {
        return turns.epoch(batch);
    }

    @Override
    public void close() {
        batches.close();
        network.close();
    }
}
