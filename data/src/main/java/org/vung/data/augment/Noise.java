package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.level.Levels;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * Adds Gaussian noise to every colour sample by itself.
 *
 * @param from least standard deviation, as a share of the range: white, or what occurs in an image of floats; 0 … 1
 * @param to largest standard deviation, 0 … 1
 * @param chance share of the pairs that are changed, 0 … 1
 */
public record Noise(double from, double to, double chance) implements Augmentation {

    /** Checks the options. */
    public Noise {
        Bounds.checkRange("noise", from, to, 0, 1);
        Bounds.check("chance of noise", chance, 0, 1);
    }

    static Noise of(Phrase phrase) {
        phrase.allow("from", "to", "chance");
        return new Noise(phrase.number("from", 0), phrase.number("to", 0.05), phrase.number("chance", 1));
    }

    @Override
    public Pair apply(Pair pair, RandomGenerator random) {
        if (!Bounds.happens(chance, random)) {
            return pair;
        }
        Levels levels = Levels.of(pair.image());
        double deviation = (from + (to - from) * random.nextDouble()) * levels.range();
        return new Pair(levels.each((at, sample) -> sample + deviation * random.nextGaussian()), pair.truth());
    }

    @Override
    public String text() {
        return Phrase.of("noise")
                .with("from", from)
                .with("to", to)
                .with("chance", chance)
                .text();
    }
}
