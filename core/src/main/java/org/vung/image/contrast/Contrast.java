package org.vung.image.contrast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.image.Image;

/** A change of contrast, which needs the whole image. Its text says everything about it. */
public sealed interface Contrast permits Stretch, DarkGround, Clahe, Gamma {

    /**
     * Changes an image.
     *
     * @param image grey or RGB, any sample type; opacity is ignored
     * @return an 8-bit grey image of the same size
     * @throws IllegalArgumentException if the image has several bands without a colour meaning
     */
    Image of(Image image);

    /**
     * The word that {@link #parse} reads.
     *
     * @return such as {@code clahe=2.0:8x8}
     */
    String text();

    /**
     * Reads the steps of a text.
     *
     * @param text such as {@code stretch,clahe=2:8x8,gamma=1.2}: words as {@link #text()} gives them, in the order they are
     *     done, commas between; nothing for no step
     * @return the steps in their order
     * @throws IllegalArgumentException if a word reads otherwise or a value is out of its range
     */
    static List<Contrast> parse(String text) {
        List<Contrast> steps = new ArrayList<>();
        for (String word : text.isBlank() ? new String[0] : text.split(",", -1)) {
            steps.add(step(word.strip()));
        }
        return List.copyOf(steps);
    }

    private static Contrast step(String word) {
        String[] parts = word.split("[=:x]", -1);
        try {
            if (word.equals("stretch")) {
                return new Stretch();
            }
            if (word.equals("dark-ground")) {
                return new DarkGround();
            }
            if (word.matches("clahe=[^=:x]+:[^=:x]+x[^=:x]+")) {
                return new Clahe(Double.parseDouble(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            }
            if (word.matches("gamma=[^=:x]+")) {
                return new Gamma(Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException unread) {
            throw unread(word, unread);
        }
        throw unread(word, null);
    }

    private static IllegalArgumentException unread(String word, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "contrast must be stretch, dark-ground, clahe=CLIP:ROWSxCOLUMNS such as clahe=2:8x8, or gamma=NUMBER,"
                        + " got '" + word + "'",
                cause);
    }
}
