package org.vung.torch.train.loss;

import java.util.List;
import org.vung.data.augment.phrase.Phrase;

/** Losses by name. */
public final class Losses {

    private Losses() {}

    /**
     * Reads a loss.
     *
     * @param text such as {@code cross-entropy}
     * @param classWeights for the losses that weigh classes, one a class; empty for 1 each
     * @return the loss
     * @throws IllegalArgumentException if a name, a key or a number is not known
     */
    public static Loss parse(String text, List<Double> classWeights) {
        Phrase phrase = Phrase.parse(text);
        if (phrase.name().equals("cross-entropy")) {
            phrase.allow();
            return new CrossEntropy(classWeights);
        }
        throw new IllegalArgumentException("loss must be cross-entropy, got '" + phrase.name() + "'");
    }
}
