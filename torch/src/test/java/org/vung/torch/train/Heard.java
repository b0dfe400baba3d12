package org.vung.torch.train;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.torch.train.task.Look;

/** Keeps the losses, and stops its training after a step. */
final class Heard implements Progress {

    private final List<Double> losses = new ArrayList<>();
    private long last = Long.MAX_VALUE;

    @Nullable
    Trainer trainer;

    Heard stoppingAt(long step) {
        last = step;
        return this;
    }

    List<Double> losses() {
        return losses;
    }

    double mean(int from, int to) {
        return losses.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Override
    public void step(int epoch, long step, int images, double loss) {
        losses.add(loss);
        if (step >= last && trainer != null) {
            trainer.stop();
        }
    }

    @Override
    public void look(int epoch, Look look, boolean best) {}
}
