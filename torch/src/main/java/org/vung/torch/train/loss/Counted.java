package org.vung.torch.train.loss;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Which pixels of a batch count, and as what.
 *
 * @param labels the class of each pixel, [N, H, W] of int64; 0 where nobody knows
 * @param known 1, or 0 where nobody knows, [N, H, W] of float32
 * @param classes of the scores, K
 */
record Counted(Tensor labels, Tensor known, long classes) {

    /** Checks that scores and target go together. */
    static Counted of(Tensor scores, Target target) {
        Tensor labels = target.labels();
        boolean fits = scores.dim() == 4
                && labels.dim() == 3
                && labels.size(0) == scores.size(0)
                && labels.size(1) == scores.size(2)
                && labels.size(2) == scores.size(3);
        if (!fits) {
            throw new IllegalArgumentException("scores [N, K, H, W] and labels [N, H, W] must go together, got "
                    + List.of(scores.shape()) + " and " + List.of(labels.shape()));
        }
        Tensor known = labels.ne(new Scalar(Target.IGNORE));
        Tensor safe = labels.mul(known); // [N, H, W]
        checkRange(safe, scores.size(1));
        return new Counted(safe, known.to(torch.ScalarType.Float), scores.size(1));
    }

    private static void checkRange(Tensor labels, long classes) {
        if (labels.numel() == 0) {
            return;
        }
        long most = labels.max().item_long();
        long least = labels.min().item_long();
        if (most >= classes || least < 0) {
            throw new IllegalArgumentException(
                    "labels must be 0 … " + (classes - 1) + ", the classes of the scores, or " + Target.IGNORE
                            + " where nobody knows, got " + (least < 0 ? least : most));
        }
    }

    /** The numbers of the true class, [N, H, W] of [N, K, H, W]. */
    Tensor ofTruth(Tensor numbers) {
        return numbers.gather(1, labels.unsqueeze(1)).squeeze(1);
    }

    /** 1 at the true class of each known pixel, else 0: [N, K, H, W]. */
    Tensor truth() {
        Tensor empty = torch.zeros(labels.size(0), classes, labels.size(1), labels.size(2));
        return empty.scatter_(1, labels.unsqueeze(1), known.unsqueeze(1));
    }

    /** How much each pixel's class weighs, [N, H, W]; 0 where nobody knows. */
    Tensor weighed(List<Double> classWeights) {
        return classWeights.isEmpty()
                ? known
                : known.mul(
                        tensor(classWeights).index_select(0, labels.flatten()).view_as(labels));
    }

    /** The weights, [K]. */
    Tensor tensor(List<Double> classWeights) {
        if (classWeights.size() != classes) {
            throw new IllegalArgumentException(
                    "class weights must be " + classes + ", one a class, got " + classWeights.size());
        }
        float[] weights = new float[classWeights.size()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = classWeights.get(at).floatValue();
        }
        return Tensor.create(weights);
    }

    /** A copy of class weights that may be used. */
    static List<Double> checked(List<Double> classWeights) {
        for (double weight : classWeights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("class weights must be at least 0, got " + classWeights);
            }
        }
        return List.copyOf(classWeights);
    }

    /** The weighted mean of what each pixel costs; 0 where nothing weighs. */
    static Tensor mean(Tensor costs, Tensor weighed, Target target) {
        return costs.mul(weighed).mul(target.weights()).sum().div(weighed.sum().clamp_min(new Scalar(1e-12)));
    }
}
