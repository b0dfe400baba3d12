package org.vung.torch.train.optimise;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Stochastic gradient descent with momentum: v ← μ·v + g + λ·w, w ← w − rate·v; with Nesterov's w ← w − rate·(g + λ·w + μ·v).
 * The velocity is not scaled by 1 − μ, as in PyTorch; the first velocity is the gradient.
 */
final class Sgd implements Optimiser {

    private final Optimisation.Sgd options;
    private final Tensor velocity;

    Sgd(Optimisation.Sgd options, long count) {
        this.options = options;
        velocity = torch.zeros(count);
        velocity.retainReference();
    }

    @Override
    public void step(Tensor numbers, Tensor gradient, long decayed, double rate) {
        if (options.decay() > 0) {
            gradient.narrow(0, 0, decayed).add_(numbers.narrow(0, 0, decayed), new Scalar(options.decay()));
        }
        velocity.mul_(new Scalar(options.momentum())).add_(gradient);
        if (options.nesterov()) {
            numbers.add_(gradient, new Scalar(-rate));
            numbers.add_(velocity, new Scalar(-rate * options.momentum()));
        } else {
            numbers.add_(velocity, new Scalar(-rate));
        }
    }

    @Override
    public Map<String, Tensor> memory() {
        return Map.of("velocity", velocity);
    }

    @Override
    public void close() {
        velocity.releaseReference();
    }
}
