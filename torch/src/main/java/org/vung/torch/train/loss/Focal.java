package org.vung.torch.train.loss;

import static org.bytedeco.pytorch.global.torch.log_softmax;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.vung.name.Bounds;

/**
 * Focal loss: the mean of −w·(1 − p)^γ·log p over the pixels that count, p the softmax's probability of the true class, so that pixels
 * already right weigh little. w and the mean are those of {@link CrossEntropy}, which it is at γ = 0.
 *
 * <p>T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár: Focal loss for dense object detection, ICCV 2017. Differs from the paper: a
 * softmax over classes instead of a sigmoid for each; α is the class's weight; divided by what the pixels' classes weigh, not by the
 * number of objects; 1 − p below 1e-12 counts as 1e-12, where the slope of powers below 1 would be infinite.
 *
 * @param classWeights one a class, at least 0; empty for 1 each
 * @param gamma γ, 0 … 20; 2 in the paper
 */
public record Focal(List<Double> classWeights, double gamma) implements Loss {

    /** Copies the list and checks the numbers. */
    public Focal {
        classWeights = Counted.checked(classWeights);
        Bounds.check("gamma of focal", gamma, 0, 20);
    }

    @Override
    public Tensor of(Tensor scores, Target target) {
        return OneResult.of(() -> loss(scores, target));
    }

    private Tensor loss(Tensor scores, Target target) {
        Counted counted = Counted.of(scores, target);
        Tensor logs = counted.ofTruth(log_softmax(scores, 1)); // [N, H, W]
        Tensor wrong = logs.expm1().neg().clamp_min(new Scalar(1e-12)); // 1 − p
        Tensor costs = logs.neg().mul(wrong.pow(new Scalar(gamma)));
        return Counted.mean(costs, counted.weighed(classWeights), target);
    }

    @Override
    public String toString() {
        return "focal:gamma=" + gamma;
    }
}
