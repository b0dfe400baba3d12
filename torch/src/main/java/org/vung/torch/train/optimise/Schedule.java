package org.vung.torch.train.optimise;

import java.util.Locale;
import org.vung.name.Phrase;

/**
 * How the learning rate changes over the steps, as a factor of the highest; as text {@code cosine:warmup=100}.
 *
 * @param kind the curve after the warm-up
 * @param warmup steps over which the rate rises in a line from 0
 * @param power of the curve {@code poly}: (1 − step ÷ steps)^power, a step at a time
 * @param every of the curve {@code step}: after how many steps the rate falls
 * @param factor of the curve {@code step}: what it is multiplied with then
 * @param hold of the curve {@code linear}: share of the steps after which the rate begins to fall
 */
public record Schedule(Kind kind, int warmup, double power, int every, double factor, double hold) {

    /** The curve. */
    public enum Kind {
        /** The same rate all along. */
        CONSTANT,
        /** Times a factor every so many steps. */
        STEP,
        /** A power of what is left (DeepLab). */
        POLY,
        /** The same rate, then a line down to 0 (pix2pix). */
        LINEAR,
        /** Half a cosine down to 0 (SGDR without restarts). */
        COSINE
    }

    /** Checks the numbers. */
    public Schedule {
        if (!(hold >= 0 && hold < 1)) {
            throw new IllegalArgumentException("hold must be at least 0 and below 1, got " + hold);
        }
        if (warmup < 0 || !(power > 0) || every < 1 || !(factor > 0)) {
            throw new IllegalArgumentException(
                    "warmup must be at least 0, power and factor above 0, every at least 1, got " + warmup + ", "
                            + power + ", " + factor + ", " + every);
        }
    }

    /**
     * Reads the text.
     *
     * @param text {@code constant}, {@code step:every=1000,factor=0.1}, {@code poly:power=0.9},
     *     {@code linear:hold=0.5} or {@code cosine}, each with {@code warmup}
     * @return the schedule
     * @throws IllegalArgumentException if the name, a key or a number is not known
     */
    public static Schedule parse(String text) {
        Phrase phrase = Phrase.parse(text);
        Kind kind = switch (phrase.name()) {
            case "constant" -> Kind.CONSTANT;
            case "step" -> Kind.STEP;
            case "poly" -> Kind.POLY;
            case "linear" -> Kind.LINEAR;
            case "cosine" -> Kind.COSINE;
            default ->
                throw new IllegalArgumentException(
                        "schedule must be constant, step, poly, linear or cosine, got '" + phrase.name() + "'");
        };
        phrase.allow("warmup", "power", "every", "factor", "hold");
        return new Schedule(
                kind,
                phrase.integer("warmup", 0),
                phrase.number("power", 0.9),
                phrase.integer("every", 1000),
                phrase.number("factor", 0.1),
                phrase.number("hold", 0.5));
    }

    /**
     * The factor of a step.
     *
     * @param step 0 … steps − 1
     * @param steps of the whole training
     * @return at least 0, at most 1 unless {@code factor} is above 1
     */
    public double at(long step, long steps) {
        if (step < warmup) {
            return (step + 1.0) / (warmup + 1.0);
        }
        double done = (double) (step - warmup) / Math.max(1, steps - warmup);
        return switch (kind) {
            case CONSTANT -> 1;
            case STEP -> Math.pow(factor, Math.floor((double) (step - warmup) / every));
            case POLY -> Math.pow(1 - done, power);
            case LINEAR -> Math.min(1, (1 - done) / (1 - hold));
            case COSINE -> (1 + Math.cos(Math.PI * done)) / 2;
        };
    }

    @Override
    public String toString() {
        String own = switch (kind) {
            case CONSTANT, COSINE -> "";
            case POLY -> ",power=" + power;
            case LINEAR -> ",hold=" + hold;
            case STEP -> ",every=" + every + ",factor=" + factor;
        };
        return kind.name().toLowerCase(Locale.ROOT) + ":warmup=" + warmup + own;
    }
}
