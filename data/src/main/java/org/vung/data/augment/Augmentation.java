package org.vung.data.augment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.vung.data.augment.warp.View;
import org.vung.name.NearestName;
import org.vung.name.Phrase;

/**
 * One kind of change, with its options. Sample type and layout of the image are kept, and no label appears in the truth that was not
 * there, but for IGNORE where the border is said to be ignored. Immutable and safe to share between threads.
 */
public sealed interface Augmentation permits Augmentation.Geometric, Tone, Blur, Noise {

    /**
     * Changes a pair.
     *
     * @param pair any size from 1×1; not changed
     * @param random where chance comes from
     * @return the changed pair, or the pair itself
     */
    Pair apply(Pair pair, RandomGenerator random);

    /**
     * The text that {@link #parse} reads.
     *
     * @return the name and all options, such as {@code flip:horizontal=true,vertical=false}
     */
    String text();

    /**
     * A change of place. Where several follow each other in a {@link Recipe}, the image is resampled once: they are put together as
     * maps over the image continued by its mirror image without end, so that a rotated crop shows what lies around the crop.
     */
    sealed interface Geometric extends Augmentation permits Flip, Turn, Rotate, Scale, Crop, Elastic {

        /**
         * Draws a map and puts it after others.
         *
         * @param before what the maps so far show
         * @param random where chance comes from
         * @return what is shown with one map more, or {@code before} itself
         */
        View view(View before, RandomGenerator random);

        @Override
        default Pair apply(Pair pair, RandomGenerator random) {
            View before = View.of(pair.image(), pair.truth());
            View view = view(before, random);
            return view == before ? pair : Pair.of(view.seen());
        }
    }

    /**
     * Reads an augmentation.
     *
     * @param text a name, and options where they differ from the usual ones, such as {@code rotate:degrees=15}
     * @return the augmentation
     * @throws IllegalArgumentException if name or option is not known, or a value is out of its range; the message says what is
     *     known and what was probably meant
     */
    static Augmentation parse(String text) {
        Phrase phrase = Phrase.parse(text);
        Map<String, Function<Phrase, Augmentation>> kinds = kinds();
        Function<Phrase, Augmentation> kind = kinds.get(phrase.name());
        if (kind == null) {
            List<String> known = List.copyOf(kinds.keySet());
            throw new IllegalArgumentException("augmentation must be one of " + String.join(", ", known) + ", got '"
                    + phrase.name() + "'" + NearestName.hint(phrase.name(), known));
        }
        return kind.apply(phrase);
    }

    private static Map<String, Function<Phrase, Augmentation>> kinds() {
        Map<String, Function<Phrase, Augmentation>> kinds = new TreeMap<>(Map.of(
                "flip", Flip::of,
                "turn", Turn::of,
                "rotate", Rotate::of,
                "scale", Scale::of,
                "crop", Crop::of,
                "elastic", Elastic::of,
                "blur", Blur::of,
                "noise", Noise::of));
        for (Tone.Kind kind : Tone.Kind.values()) {
            kinds.put(kind.word(), phrase -> Tone.of(kind, phrase));
        }
        return kinds;
    }
}
