package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.warp.Affine;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.View;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * Turns the pair about its middle by any angle between −degrees and degrees; its size is kept.
 *
 * @param degrees largest angle, 0 … 180
 * @param border what the truth says of pixels from outside the image
 * @param chance share of the pairs that are turned, 0 … 1
 */
public record Rotate(double degrees, Border border, double chance) implements Augmentation.Geometric {

    /** Checks the options. */
    public Rotate {
        Bounds.check("degrees of rotate", degrees, 0, 180);
        Bounds.check("chance of rotate", chance, 0, 1);
    }

    /**
     * Turns every pair, its border mirrored.
     *
     * @param degrees largest angle, 0 … 180
     */
    public Rotate(double degrees) {
        this(degrees, Border.MIRROR, 1);
    }

    static Rotate of(Phrase phrase) {
        phrase.allow("degrees", "border", "chance");
        return new Rotate(
                phrase.number("degrees", 15), phrase.choice("border", Border.MIRROR), phrase.number("chance", 1));
    }

    @Override
    public View view(View before, RandomGenerator random) {
        if (!Bounds.happens(chance, random)) {
            return before;
        }
        double angle = degrees * (2 * random.nextDouble() - 1);
        return before.then(Affine.aboutMiddle(before.size(), angle, 1), before.size(), border);
    }

    @Override
    public String text() {
        return Phrase.of("rotate")
                .with("degrees", degrees)
                .with("border", border)
                .with("chance", chance)
                .text();
    }
}
