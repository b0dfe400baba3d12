package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.warp.Affine;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.View;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * Enlarges or shrinks what the pair shows, about its middle; the size in pixels is kept. The logarithm of the factor is drawn
 * evenly, so that halves are as frequent as doubles. Shrinking does not smooth first.
 *
 * @param from least factor, 0.1 … 10
 * @param to largest factor, 0.1 … 10
 * @param border what the truth says of pixels from outside the image
 * @param chance share of the pairs that are scaled, 0 … 1
 */
public record Scale(double from, double to, Border border, double chance) implements Augmentation.Geometric {

    /** Checks the options. */
    public Scale {
        Bounds.checkRange("scale", from, to, 0.1, 10);
        Bounds.check("chance of scale", chance, 0, 1);
    }

    /**
     * Scales every pair, its border mirrored.
     *
     * @param from least factor, 0.1 … 10
     * @param to largest factor, 0.1 … 10
     */
    public Scale(double from, double to) {
        this(from, to, Border.MIRROR, 1);
    }

    static Scale of(Phrase phrase) {
        phrase.allow("from", "to", "border", "chance");
        return new Scale(
                phrase.number("from", 0.8),
                phrase.number("to", 1.25),
                phrase.choice("border", Border.MIRROR),
                phrase.number("chance", 1));
    }

    @Override
    public View view(View before, RandomGenerator random) {
        if (!Bounds.happens(chance, random)) {
            return before;
        }
        double factor = from * StrictMath.pow(to / from, random.nextDouble());
        return before.then(Affine.aboutMiddle(before.size(), 0, factor), before.size(), border);
    }

    @Override
    public String text() {
        return Phrase.of("scale")
                .with("from", from)
                .with("to", to)
                .with("border", border)
                .with("chance", chance)
                .text();
    }
}
