package org.vung.torch.train.loss;

import static org.bytedeco.pytorch.global.torch.log_softmax;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.name.Bounds;

/**
 * Cross-entropy: the mean of −w·log p over the pixels that count, p the softmax's probability of the true class. w is the
 * pixel's weight times its class's; the mean divides by the sum of the classes' weights over those pixels, not by the pixels'
 * own, so that a weight map changes what matters and not only where.
 *
 * <p>With smoothing (Szegedy, Vanhoucke, Ioffe, Shlens, Wojna: Rethinking the Inception architecture, CVPR 2016, section 7) the truth
 * is 1 − ε for the true class and ε spread evenly over all. Differs from the paper: with class weights each of the classes counts its
 * own, and the mean still divides by those of the true ones, as in PyTorch.
 *
 * @param classWeights one a class, at least 0; empty for 1 each
 * @param smoothing ε, 0 … 1
 */
public record CrossEntropy(List<Double> classWeights, double smoothing) implements Loss {

    /** Copies the list and checks the numbers. */
    public CrossEntropy {
        classWeights = Counted.checked(classWeights);
        Bounds.check("smoothing of cross-entropy", smoothing, 0, 1);
    }

    /**
     * Without smoothing.
     *
     * @param classWeights one a class, at least 0; empty for 1 each
     */
    public CrossEntropy(List<Double> classWeights) {
        this(classWeights, 0);
    }

    @Override
    public Tensor of(Tensor scores, Target target) {
        return OneResult.of(() -> loss(scores, target));
    }

    private Tensor loss(Tensor scores, Target target) {
        Counted counted = Counted.of(scores, target);
        Tensor weighed = counted.weighed(classWeights);
        Tensor logs = log_softmax(scores, 1); // [N, K, H, W]
        Tensor hard = Counted.mean(counted.ofTruth(logs).neg(), weighed, target);
        if (smoothing == 0) {
            return hard;
        }
        Tensor all = classWeights.isEmpty()
                ? logs
                : logs.mul(counted.tensor(classWeights).view(1, -1, 1, 1));
        Tensor costs = all.sum(1).neg().mul(counted.known()).mul(target.weights()); // [N, H, W]
        Tensor soft = costs.sum().div(weighed.sum().clamp_min(new Scalar(1e-12)));
        return hard.mul(new Scalar(1 - smoothing)).add(soft, new Scalar(smoothing / scores.size(1)));
    }

    @Override
    public String toString() {
        return smoothing == 0 ? "cross-entropy" : "cross-entropy:smoothing=" + smoothing;
    }
}
