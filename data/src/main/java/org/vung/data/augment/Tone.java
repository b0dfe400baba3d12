package org.vung.data.augment;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.vung.data.augment.level.Levels;
import org.vung.image.Image;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * A curve through which the samples of all colour channels go. Of whole numbers the answer is rounded and cut off at 0 and white;
 * floats are not cut off, since they may measure anything, and their range is what occurs in the image.
 *
 * @param kind which curve
 * @param from least strength
 * @param to largest strength; each pair draws evenly between both, gamma evenly in its logarithm
 * @param chance share of the pairs that are changed, 0 … 1
 */
public record Tone(Kind kind, double from, double to, double chance) implements Augmentation {

    /** The curves. */
    public enum Kind {
        /** A share of the range, −1 … 1, is added. */
        BRIGHTNESS(-0.1, 0.1, -1, 1),
        /** The distance from the channel's mean is multiplied, by 0 … 10. */
        CONTRAST(0.75, 1.25, 0, 10),
        /** range · ((sample − least) / range)<sup>gamma</sup> + least, gamma 0.1 … 10; above 1 darkens. */
        GAMMA(0.7, 1.5, 0.1, 10),
        /** Light and dark change places, 1 wholly; at 0.5 all is grey. */
        INVERT(1, 1, 0, 1);

        private final double usualFrom;
        private final double usualTo;
        private final double least;
        private final double most;

        Kind(double usualFrom, double usualTo, double least, double most) {
            this.usualFrom = usualFrom;
            this.usualTo = usualTo;
            this.least = least;
            this.most = most;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the options. */
    public Tone {
        Bounds.checkRange(kind.word(), from, to, kind.least, kind.most);
        Bounds.check("chance of " + kind.word(), chance, 0, 1);
    }

    static Tone of(Kind kind, Phrase phrase) {
        phrase.allow("from", "to", "chance");
        return new Tone(
                kind,
                phrase.number("from", kind.usualFrom),
                phrase.number("to", kind.usualTo),
                phrase.number("chance", 1));
    }

    @Override
    public Pair apply(Pair pair, RandomGenerator random) {
        if (!Bounds.happens(chance, random)) {
            return pair;
        }
        double share = random.nextDouble();
        double strength = kind == Kind.GAMMA ? from * StrictMath.pow(to / from, share) : from + (to - from) * share;
        return new Pair(changed(pair.image(), strength), pair.truth());
    }

    private Image changed(Image image, double strength) {
        Levels levels = Levels.of(image);
        DoubleUnaryOperator one = switch (kind) {
            case GAMMA -> bent(levels.least(), levels.range(), strength);
            case INVERT -> inverted(2 * levels.least() + levels.range(), strength);
            case BRIGHTNESS, CONTRAST -> sample -> sample + strength * levels.range();
        };
        return levels.through(channel -> kind == Kind.CONTRAST ? about(levels.mean(channel), strength) : one);
    }

    private static DoubleUnaryOperator bent(double least, double range, double gamma) {
        return sample -> range == 0 ? sample : range * StrictMath.pow((sample - least) / range, gamma) + least;
    }

    /** The ends of the range, whose sum is given, are mirrored into each other. */
    private static DoubleUnaryOperator inverted(double ends, double share) {
        return sample -> (1 - share) * sample + share * (ends - sample);
    }

    private static DoubleUnaryOperator about(double mean, double factor) {
        return sample -> mean + factor * (sample - mean);
    }

    @Override
    public String text() {
        return Phrase.of(kind.word())
                .with("from", from)
                .with("to", to)
                .with("chance", chance)
                .text();
    }
}
