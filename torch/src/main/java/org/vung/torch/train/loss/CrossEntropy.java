package org.vung.torch.train.loss;

import static org.bytedeco.pytorch.global.torch.log_softmax;
import static org.bytedeco.pytorch.global.torch.zeros_like;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Cross-entropy: the mean of −w·log p over the pixels that count, p the softmax's probability of the true class. w is the
 * pixel's weight times its class's; the mean divides by the sum of the classes' weights over those pixels, not by the pixels'
 * own, so that a weight map changes what matters and not only where.
 *
 * @param classWeights one a class; empty for 1 each
 */
public record CrossEntropy(List<Double> classWeights) implements Loss {

    /** Copies the list. */
    public CrossEntropy {
        classWeights = List.copyOf(classWeights);
    }

    @Override
    public Tensor of(Tensor scores, Target target) {
        Tensor known = target.labels().ne(new Scalar(Target.IGNORE)); // [N, H, W]
        Tensor labels = target.labels().where(known, zeros_like(target.labels()));
        Tensor logs = log_softmax(scores, 1).gather(1, labels.unsqueeze(1)).squeeze(1); // [N, H, W]
        Tensor counts = known.to(torch.ScalarType.Float);
        if (!classWeights.isEmpty()) {
            counts = counts.mul(
                    classWeights(scores).index_select(0, labels.flatten()).view_as(labels));
        }
        Tensor sum = logs.mul(counts).mul(target.weights()).sum();
        return sum.neg().div(counts.sum().clamp_min(new Scalar(1e-12)));
    }

    private Tensor classWeights(Tensor scores) {
        if (classWeights.size() != scores.size(1)) {
            throw new IllegalArgumentException(
                    "class weights must be " + scores.size(1) + ", one a class, got " + classWeights.size());
        }
        float[] weights = new float[classWeights.size()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = classWeights.get(at).floatValue();
        }
        return Tensor.create(weights);
    }
}
