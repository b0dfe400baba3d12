package org.vung.torch.train.loss;

import static org.bytedeco.pytorch.global.torch.softmax;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.name.Bounds;

/**
 * One minus how well answer and truth overlap: the mean, over the classes that occur in the truth, of
 * 1 − (TP + s) ÷ (TP + α·FP + β·FN + s). TP, FP and FN are sums of the softmax's probabilities over the known pixels of the whole
 * batch: TP = Σ p·g, FP = Σ p·(1 − g), FN = Σ (1 − p)·g, g being 1 where the truth is the class. The smoothing s keeps a class of
 * few pixels from 0 ÷ 0. Pixel weights and class weights are not looked at: a ratio of sums has no place for them.
 *
 * <ul>
 *   <li>α = β = ½: the soft Dice loss (F. Milletari, N. Navab, S.-A. Ahmadi: V-Net, 3DV 2016). Differs from the paper: p and g are not
 *       squared in the denominator; all classes and not the foreground alone.
 *   <li>α = β = 1: the soft Jaccard loss (M. A. Rahman, Y. Wang: Optimizing intersection-over-union in deep neural networks for image
 *       segmentation, ISVC 2016). Differs from the paper: several classes.
 *   <li>else the Tversky loss (S. S. M. Salehi, D. Erdogmus, A. Gholipour: Tversky loss function for image segmentation using 3D fully
 *       convolutional deep networks, MLMI 2017), α for what was found too much, β for what was missed. Differs from the paper: the mean
 *       over classes instead of foreground against background.
 * </ul>
 *
 * @param alpha α, what a wrongly found pixel costs, 0 … 100
 * @param beta β, what a missed pixel costs, 0 … 100; one of both is above 0
 * @param smoothing s in pixels, 1e-9 … 1e9
 */
public record Overlap(double alpha, double beta, double smoothing) implements Loss {

    /** The smoothing that changes next to nothing where a class has a pixel. */
    public static final double SMOOTHING = 1e-5;

    /** Checks the numbers. */
    public Overlap {
        Bounds.check("alpha of tversky", alpha, 0, 100);
        Bounds.check("beta of tversky", beta, 0, 100);
        Bounds.check("smoothing of an overlap", smoothing, 1e-9, 1e9);
        if (alpha + beta == 0) {
            throw new IllegalArgumentException("alpha or beta of tversky must be above 0, got 0 for both");
        }
    }

    /**
     * The soft Dice loss.
     *
     * @param smoothing s in pixels
     * @return α = β = ½
     */
    public static Overlap dice(double smoothing) {
        return new Overlap(0.5, 0.5, smoothing);
    }

    /**
     * The soft Jaccard loss.
     *
     * @param smoothing s in pixels
     * @return α = β = 1
     */
    public static Overlap jaccard(double smoothing) {
        return new Overlap(1, 1, smoothing);
    }

    @Override
    public Tensor of(Tensor scores, Target target) {
        return OneResult.of(() -> loss(scores, target));
    }

    private Tensor loss(Tensor scores, Target target) {
        Counted counted = Counted.of(scores, target);
        Tensor found = softmax(scores, 1).mul(counted.known().unsqueeze(1)); // [N, K, H, W]
        Tensor truth = counted.truth();
        Tensor both = total(found.mul(truth)); // TP, [K]
        Tensor pixels = total(truth);
        Tensor tooMuch = total(found).sub(both); // FP
        Tensor missed = pixels.sub(both); // FN
        Tensor all = both.add(tooMuch, new Scalar(alpha)).add(missed, new Scalar(beta));
        Scalar s = new Scalar(smoothing);
        Tensor share = both.add(s).div(all.add(s));
        Tensor occurs = pixels.gt(new Scalar(0.0)).to(torch.ScalarType.Float);
        return share.neg()
                .add(new Scalar(1.0))
                .mul(occurs)
                .sum()
                .div(occurs.sum().clamp_min(new Scalar(1.0)));
    }

    private static Tensor total(Tensor maps) {
        return maps.sum(0, 2, 3);
    }

    @Override
    public String toString() {
        String options = smoothing == SMOOTHING ? "" : "smoothing=" + smoothing;
        if (alpha == beta && (alpha == 0.5 || alpha == 1)) {
            return (alpha == 1 ? "jaccard" : "dice") + (options.isEmpty() ? "" : ":" + options);
        }
        return "tversky:alpha=" + alpha + ",beta=" + beta + (options.isEmpty() ? "" : "," + options);
    }
}
