package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.augment.level.Levels;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * Smooths the image by a Gaussian, as if it were out of focus. Missing samples (NaN, infinite) stay missing; to their neighbours they count
 * as the least of the image.
 *
 * @param from least standard deviation in pixels, 0 … 100
 * @param to largest standard deviation in pixels, 0 … 100
 * @param chance share of the pairs that are smoothed, 0 … 1
 */
public record Blur(double from, double to, double chance) implements Augmentation {

    /** Checks the options. */
    public Blur {
        Bounds.checkRange("blur", from, to, 0, 100);
        Bounds.check("chance of blur", chance, 0, 1);
    }

    static Blur of(Phrase phrase) {
        phrase.allow("from", "to", "chance");
        return new Blur(phrase.number("from", 0.5), phrase.number("to", 1), phrase.number("chance", 1));
    }

    @Override
    public Pair apply(Pair pair, RandomGenerator random) {
        if (!Bounds.happens(chance, random)) {
            return pair;
        }
        Image image = pair.image();
        Levels levels = Levels.of(image);
        Gaussian gaussian = new Gaussian(from + (to - from) * random.nextDouble());
        double[] smooth = gaussian.smooth(levels.units(), image.size(), image.colourChannels());
        double white = image.type().white();
        return new Pair(levels.each((at, sample) -> smooth[at] * white), pair.truth());
    }

    @Override
    public String text() {
        return Phrase.of("blur")
                .with("from", from)
                .with("to", to)
                .with("chance", chance)
                .text();
    }
}
