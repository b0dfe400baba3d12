package org.vung.torch.train.loss;

import java.util.List;
import java.util.stream.Stream;
import org.vung.name.NearestName;
import org.vung.name.Phrase;

/**
 * Losses by name, alone or as a sum: {@code cross-entropy+dice}, {@code 0.5*focal:gamma=2+lovasz}.
 *
 * <table>
 *   <caption>Names and their options</caption>
 *   <tr><td>{@code cross-entropy}</td><td>{@code smoothing=0}</td></tr>
 *   <tr><td>{@code focal}</td><td>{@code gamma=2}</td></tr>
 *   <tr><td>{@code dice}, {@code jaccard}</td><td>{@code smoothing=1e-5}</td></tr>
 *   <tr><td>{@code tversky}</td><td>{@code alpha=0.3,beta=0.7,smoothing=1e-5}</td></tr>
 *   <tr><td>{@code lovasz}</td><td>none</td></tr>
 * </table>
 *
 * <p>Class weights and pixel weights are honoured by cross-entropy and focal.
 */
public final class Losses {

    private static final List<String> NAMES = List.of("cross-entropy", "dice", "focal", "jaccard", "lovasz", "tversky");

    private Losses() {}

    /**
     * The names there are.
     *
     * @return in the order of the alphabet
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a loss. What it gives, written as text, reads as the same again.
     *
     * @param text names joined by {@code +}, each with a factor before a {@code *} and options after a {@code :} where wanted
     * @param classWeights for the losses that weigh classes, one a class; empty for 1 each
     * @return the loss
     * @throws IllegalArgumentException if a name, a key or a number is not known
     */
    public static Loss parse(String text, List<Double> classWeights) {
        // The plus of a number such as 1e+3 parts nothing.
        List<Sum.Term> terms = Stream.of(text.split("(?<![0-9.][eE])\\+", -1))
                .map(term -> term(term.strip(), classWeights))
                .toList();
        return terms.size() == 1 && terms.get(0).factor() == 1 ? terms.get(0).loss() : new Sum(terms);
    }

    private static Sum.Term term(String text, List<Double> classWeights) {
        int star = text.indexOf('*');
        Loss loss = loss(Phrase.parse(text.substring(star + 1)), classWeights);
        return new Sum.Term(star < 0 ? 1 : factor(text.substring(0, star).strip(), loss), loss);
    }

    private static double factor(String text, Loss loss) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException unread) {
            throw new IllegalArgumentException(
                    "factor of " + loss + " must be a number above 0, got '" + text + "'", unread);
        }
    }

    private static Loss loss(Phrase phrase, List<Double> classWeights) {
        return switch (phrase.name()) {
            case "cross-entropy" -> {
                phrase.allow("smoothing");
                yield new CrossEntropy(classWeights, phrase.number("smoothing", 0));
            }
            case "focal" -> {
                phrase.allow("gamma");
                yield new Focal(classWeights, phrase.number("gamma", 2));
            }
            case "dice" -> Overlap.dice(smoothing(phrase.allow("smoothing")));
            case "jaccard" -> Overlap.jaccard(smoothing(phrase.allow("smoothing")));
            case "tversky" -> {
                phrase.allow("alpha", "beta", "smoothing");
                yield new Overlap(phrase.number("alpha", 0.3), phrase.number("beta", 0.7), smoothing(phrase));
            }
            case "lovasz" -> {
                phrase.allow();
                yield new Lovasz();
            }
            default ->
                throw new IllegalArgumentException("loss must be one of " + String.join(", ", NAMES) + ", got '"
                        + phrase.name() + "'" + NearestName.hint(phrase.name(), NAMES));
        };
    }

    private static double smoothing(Phrase phrase) {
        return phrase.number("smoothing", Overlap.SMOOTHING);
    }
}
