package org.vung.torch.train.optimise;

import org.vung.name.Phrase;

/** Which optimiser, with which numbers; as text {@code adamw:rate=0.001,decay=0.01}. */
public sealed interface Optimisation permits Optimisation.Sgd, Optimisation.Adam {

    /**
     * The highest learning rate; schedules take it down from there.
     *
     * @return above 0
     */
    double rate();

    /**
     * An optimiser at its first step.
     *
     * @param numbers how many it moves
     * @return to be closed
     */
    Optimiser start(long numbers);

    /**
     * Stochastic gradient descent.
     *
     * @param rate learning rate, above 0
     * @param momentum 0 … 1
     * @param nesterov whether it looks ahead
     * @param decay weight decay λ, at least 0
     */
    record Sgd(double rate, double momentum, boolean nesterov, double decay) implements Optimisation {

        /** Checks the numbers. */
        public Sgd {
            checkRate(rate, decay);
            checkShare("momentum", momentum);
        }

        @Override
        public Optimiser start(long numbers) {
            return new org.vung.torch.train.optimise.Sgd(this, numbers);
        }

        @Override
        public String toString() {
            return "sgd:rate=" + rate + ",momentum=" + momentum + ",nesterov=" + nesterov + ",decay=" + decay;
        }
    }

    /**
     * Adam or AdamW.
     *
     * @param rate learning rate α, above 0
     * @param beta1 memory of the mean β₁
     * @param beta2 memory of the square β₂
     * @param epsilon ε, above 0
     * @param decay weight decay λ, at least 0
     * @param decoupled whether the decay is AdamW's
     */
    record Adam(double rate, double beta1, double beta2, double epsilon, double decay, boolean decoupled)
            implements Optimisation {

        /** Checks the numbers. */
        public Adam {
            checkRate(rate, decay);
            checkShare("beta1", beta1);
            checkShare("beta2", beta2);
            if (!(epsilon > 0)) {
                throw new IllegalArgumentException("epsilon must be above 0, got " + epsilon);
            }
        }

        @Override
        public Optimiser start(long numbers) {
            return new org.vung.torch.train.optimise.Adam(this, numbers);
        }

        @Override
        public String toString() {
            return (decoupled ? "adamw" : "adam") + ":rate=" + rate + ",beta1=" + beta1 + ",beta2=" + beta2
                    + ",epsilon=" + epsilon + ",decay=" + decay;
        }
    }

    /** Products of these are still numbers of float32. */
    double HIGHEST_RATE = 1e30;

    /** The largest weight decay. */
    double HIGHEST_DECAY = 1e6;

    private static void checkRate(double rate, double decay) {
        if (!(rate > 0 && rate <= HIGHEST_RATE) || !(decay >= 0 && decay <= HIGHEST_DECAY)) {
            throw new IllegalArgumentException("rate must be above 0 and at most " + HIGHEST_RATE + ", decay 0 … "
                    + HIGHEST_DECAY + ", got " + rate + " and " + decay);
        }
    }

    private static void checkShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, got " + share);
        }
    }

    /**
     * Reads the text.
     *
     * @param text such as {@code sgd:rate=0.01,momentum=0.9}, {@code adam} or {@code adamw:rate=0.001,decay=0.01}
     * @return the options
     * @throws IllegalArgumentException if the name, a key or a number is not known
     */
    static Optimisation parse(String text) {
        Phrase phrase = Phrase.parse(text);
        return switch (phrase.name()) {
            case "sgd" -> {
                phrase.allow("rate", "momentum", "nesterov", "decay");
                yield new Sgd(
                        phrase.number("rate", 0.01),
                        phrase.number("momentum", 0.9),
                        phrase.flag("nesterov", false),
                        phrase.number("decay", 0));
            }
            case "adam", "adamw" -> {
                phrase.allow("rate", "beta1", "beta2", "epsilon", "decay");
                boolean decoupled = phrase.name().equals("adamw");
                yield new Adam(
                        phrase.number("rate", 0.001),
                        phrase.number("beta1", 0.9),
                        phrase.number("beta2", 0.999),
                        phrase.number("epsilon", 1e-8),
                        phrase.number("decay", decoupled ? 0.01 : 0),
                        decoupled);
            }
            default ->
                throw new IllegalArgumentException("optimiser must be sgd, adam or adamw, got '" + phrase.name() + "'");
        };
    }
}
