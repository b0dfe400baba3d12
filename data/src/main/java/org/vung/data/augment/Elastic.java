package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.Displacement;
import org.vung.data.augment.warp.View;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * The elastic deformation of U-Net (Ronneberger, Fischer, Brox: U-Net, MICCAI 2015, section 3.1): random displacement vectors on a
 * coarse 3×3 grid, each coordinate from a Gaussian of 10 pixels standard deviation; bicubic interpolation gives every pixel its
 * own.
 *
 * <p>The paper leaves open where the nodes lie and which bicubic kernel is meant: here the outermost nodes lie on the outermost pixels
 * and the kernel is Keys's with a = −½, which passes through the nodes.
 *
 * @param grid nodes along each side, 2 … 64
 * @param sigma standard deviation of either coordinate in pixels, 0 … 1000
 * @param border what the truth says of pixels from outside the image
 * @param chance share of the pairs that are deformed, 0 … 1
 */
public record Elastic(int grid, double sigma, Border border, double chance) implements Augmentation.Geometric {

    /** Checks the options. */
    public Elastic {
        Bounds.check("grid of elastic", grid, 2, 64);
        Bounds.check("sigma of elastic", sigma, 0, 1000);
        Bounds.check("chance of elastic", chance, 0, 1);
    }

    /**
     * Deforms every pair, its border mirrored.
     *
     * @param grid nodes along each side, 2 … 64
     * @param sigma standard deviation of either coordinate in pixels, 0 … 1000
     */
    public Elastic(int grid, double sigma) {
        this(grid, sigma, Border.MIRROR, 1);
    }

    static Elastic of(Phrase phrase) {
        phrase.allow("grid", "sigma", "border", "chance");
        return new Elastic(
                phrase.integer("grid", 3),
                phrase.number("sigma", 10),
                phrase.choice("border", Border.MIRROR),
                phrase.number("chance", 1));
    }

    @Override
    public View view(View before, RandomGenerator random) {
        if (!Bounds.happens(chance, random)) {
            return before;
        }
        return before.then(Displacement.random(before.size(), grid, sigma, random), before.size(), border);
    }

    @Override
    public String text() {
        return Phrase.of("elastic")
                .with("grid", grid)
                .with("sigma", sigma)
                .with("border", border)
                .with("chance", chance)
                .text();
    }
}
