package org.vung.torch.train.semantic;

import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.torch.train.feed.Batch;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;
import org.vung.torch.train.loss.Loss;
import org.vung.torch.train.loss.Target;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.task.Lessons;

/** Windows of images with their classes, and a loss over their pixels. */
final class SemanticLessons implements Lessons {

    private final TrainableNetwork network;
    private final Batches<Batch> batches;
    private final Turns turns;
    private final Loss loss;
    private final double auxiliary;

    SemanticLessons(TrainableNetwork network, Batches<Batch> batches, Turns turns, Loss loss, double auxiliary) {
        this.network = network;
        this.batches = batches;
        this.turns = turns;
        this.loss = loss;
        this.auxiliary = auxiliary;
    }

    @Override
    public FlatParameters parameters() {
        return network.parameters();
    }

    @Override
    public double backward(long index, int parts) throws IOException {
        Batch batch = batches.at(index);
        try (PointerScope scope = new PointerScope()) {
            Target target = batch.target();
            Tensor sum = null;
            for (Tensor scores : network.forward(batch.input()).values()) { // the main output, then auxiliary ones
                Tensor own = loss.of(scores, target);
                sum = sum == null ? own : sum.add(own, new Scalar(auxiliary));
            }
            if (sum == null) {
                throw new IllegalStateException(network.graph() + " must have an output");
            }
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
