package org.vung.torch.train.loss;

import static org.bytedeco.pytorch.global.torch.softmax;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Lovász-softmax: the mean, over the classes that occur in the truth, of the Lovász extension of the class's Jaccard loss at the errors
 * |g − p| of all known pixels of the batch, p the softmax's probability, g 1 where the truth is the class. Errors sorted from the
 * largest down are summed, each times what it adds to the Jaccard loss when its pixel joins the wrong ones.
 *
 * <p>M. Berman, A. Rannen Triki, M. B. Blaschko: The Lovász-softmax loss, CVPR 2018, algorithm 1. Differs from the paper: what each
 * pixel adds is counted in float64, since differences of float32 lose it in large batches. The extension's weights follow from the
 * order of the errors; pixel weights and class weights are not looked at.
 */
public record Lovasz() implements Loss {

    @Override
    public Tensor of(Tensor scores, Target target) {
        return OneResult.of(() -> loss(scores, target));
    }

    private Tensor loss(Tensor scores, Target target) {
        Counted counted = Counted.of(scores, target);
        Tensor places = counted.known().flatten().nonzero().squeeze(1); // [P]
        Tensor labels = counted.labels().flatten().index_select(0, places);
        Tensor found = softmax(scores, 1)
                .permute(0, 2, 3, 1)
                .reshape(-1, counted.classes())
                .index_select(0, places); // [P, K]
        Tensor sum = found.sum().mul(new Scalar(0.0)); // connected to the scores where no class occurs
        int occurring = 0;
        for (long at = 0; at < counted.classes(); at++) {
            Tensor truth = labels.eq(new Scalar(at)).to(torch.ScalarType.Float);
            if (truth.sum().item_float() > 0) {
                Tensor errors = truth.sub(found.select(1, at)).abs();
                sum = sum.add(OneResult.of(() -> extension(errors, truth)));
                occurring++;
            }
        }
        return sum.div(new Scalar((double) Math.max(1, occurring)));
    }

    private static Tensor extension(Tensor errors, Tensor truth) {
        T_TensorTensor_T sorted = torch.sort(errors, 0, true);
        return sorted.get0().mul(added(truth.index_select(0, sorted.get1()))).sum();
    }

    /** What each pixel adds to the Jaccard loss when it joins the wrong ones before it, [P]. */
    private static Tensor added(Tensor truth) {
        try (NoGradGuard plain = new NoGradGuard()) {
            Tensor inside = truth.to(torch.ScalarType.Double);
            Tensor all = inside.sum();
            Tensor both = all.sub(inside.cumsum(0));
            Tensor either = all.add(inside.neg().add(new Scalar(1.0)).cumsum(0));
            Tensor loss = both.div(either).neg().add(new Scalar(1.0));
            loss.narrow(0, 1, loss.size(0) - 1)
                    .sub_(loss.narrow(0, 0, loss.size(0) - 1).clone());
            return loss.to(torch.ScalarType.Float);
        }
    }

    @Override
    public String toString() {
        return "lovasz";
    }
}
