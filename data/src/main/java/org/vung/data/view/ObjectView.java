package org.vung.data.view;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.name.NearestName;
import org.vung.name.Phrase;

/** How objects are to be seen as a class for each pixel, chosen by a text such as {@code borders:kind=outline,distance=2}. */
public interface ObjectView {

    /**
     * The view of a set.
     *
     * @param set of any truth
     * @return a class for each pixel
     * @throws IOException if the first truth cannot be read
     * @throws IllegalArgumentException if the truth does not fit
     */
    Dataset of(Dataset set) throws IOException;

    /**
     * Reads a text.
     *
     * @param text {@code classes}: the class of each object ({@link ClassMaps}); {@code borders}: background, inside and border
     *     ({@link Borders}), with {@code kind=between} or {@code outline} and {@code distance} in pixels
     * @return the view; a set of classes is left as it is by {@code classes} and refused by {@code borders}
     * @throws IllegalArgumentException if it says something else; the message names what there is
     */
    static ObjectView parse(String text) {
        Phrase parts = Phrase.parse(text);
        List<String> names = List.of("classes", "borders");
        return switch (parts.name()) {
            case "classes" -> {
                parts.allow(List.of());
                yield ClassMaps::of;
            }
            case "borders" -> {
                Borders.Options options = options(parts.allow("kind", "distance"));
                yield set -> borders(set, options);
            }
            default ->
                throw new IllegalArgumentException("objects must be seen as one of " + String.join(", ", names)
                        + ", got '" + text + "'" + NearestName.hint(parts.name(), names));
        };
    }

    private static Borders.Options options(Phrase parts) {
        Borders.Options usual = Borders.Options.usual();
        String kind = parts.word("kind", List.of("between", "outline"));
        String distance = parts.text("distance", Double.toString(usual.distance()));
        try {
            return new Borders.Options(
                    Borders.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), Double.parseDouble(distance));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "border distance must be a number of pixels, got '" + distance + "'", noNumber);
        }
    }

    private static Dataset borders(Dataset set, Borders.Options options) throws IOException {
        if (!set.items().isEmpty() && !(set.truth(0) instanceof ObjectSet)) {
            throw new IllegalArgumentException("borders need objects, got classes in "
                    + set.items().get(0).truth() + "; open the data set with its objects, or see them as classes");
        }
        return Borders.of(set, options);
    }
}
