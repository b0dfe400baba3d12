package org.vung.torch.gan;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.name.Phrase;
import org.vung.torch.train.plan.Plan;

/**
 * What the two networks of pix2pix lose (Isola et al. 2017, section 3.1), as text {@code pix2pix:l1=100,gan=1}. Of the paper's
 * variants, L1 alone is {@code gan=0}, cGAN alone {@code l1=0}, and a GAN whose discriminator does not see the image
 * {@code conditional=false}.
 *
 * <p>As in the authors' code the discriminator's loss is halved, and the generator maximises log D instead of minimising
 * log(1 − D).
 *
 * @param l1 weight of the mean absolute difference of the picture made and the real one, both −1 … 1
 * @param gan weight of what the discriminator says; 0 for none, and no discriminator
 * @param conditional whether the discriminator sees the image beside the picture
 */
public record PictureLoss(double l1, double gan, boolean conditional) {

    /** Checks the weights. */
    public PictureLoss {
        if (!(l1 >= 0 && gan >= 0 && l1 + gan > 0) || Double.isInfinite(l1 + gan)) {
            throw new IllegalArgumentException(
                    "l1 and gan must be at least 0 and one of them above it, got " + l1 + " and " + gan);
        }
    }

    /**
     * Reads the text.
     *
     * @param text such as {@code pix2pix:l1=100,gan=1,conditional=true}
     * @return the weights
     * @throws IllegalArgumentException if the name, a key or a number is not known
     */
    public static PictureLoss parse(String text) {
        Phrase phrase = Phrase.parse(text).named(Plan.PIX2PIX).allow("l1", "gan", "conditional");
        return new PictureLoss(phrase.number("l1", 100), phrase.number("gan", 1), phrase.flag("conditional", true));
    }

    /** How far a picture is from the real one: [1]. */
    static Tensor distance(Tensor made, Tensor real) {
        return made.sub(real).abs().mean();
    }

    /** −log σ of scores that should be high: [1]. */
    static Tensor real(Tensor scores) {
        return torch.softplus(scores.neg()).mean();
    }

    /** −log(1 − σ) of scores that should be low: [1]. */
    static Tensor made(Tensor scores) {
        return torch.softplus(scores).mean();
    }

    /** The discriminator's loss. */
    static Tensor discriminator(Tensor ofReal, Tensor ofMade) {
        return made(ofMade).add(real(ofReal)).mul(new Scalar(0.5));
    }
}
