package org.vung.torch.rcnn;

import org.vung.image.Size;
import org.vung.name.Phrase;
import org.vung.nets.layer.Extent;

/**
 * The size at which the network sees an image: its shorter side has so many pixels, unless the longer one would have too many.
 *
 * @param shorter pixels of the shorter side, 0 for images as they are
 * @param longer pixels the longer side has at most, 0 for images as they are
 * @param multiple of which both sides of a batch are made by zeros below and to the right, so that every level halves evenly
 */
public record Resizing(int shorter, int longer, int multiple) {

    /** That of the papers: 800, at most 1,333. */
    public static final Resizing USUAL = new Resizing(800, 1333, 32);

    /** Images as they are. */
    public static final Resizing NONE = new Resizing(0, 0, 32);

    private static final String FIT = "fit";
    private static final String KEEP = "keep";

    /** Checks the numbers. */
    public Resizing {
        if (shorter < 0 || longer < shorter || (shorter == 0 && longer > 0) || multiple < 1) {
            throw new IllegalArgumentException("sides must be at least 1 and rise, their multiple at least 1, got "
                    + shorter + ", " + longer + " and " + multiple);
        }
    }

    /**
     * Reads a text.
     *
     * @param text {@code fit:shorter=800,longer=1333,multiple=32}, or {@code keep:multiple=32} for images as they are
     * @return the resizing
     * @throws IllegalArgumentException if it says something else
     */
    public static Resizing parse(String text) {
        Phrase phrase = Phrase.parse(text);
        int multiple = phrase.integer("multiple", USUAL.multiple);
        return switch (phrase.name()) {
            case KEEP -> {
                phrase.allow("multiple");
                yield new Resizing(0, 0, multiple);
            }
            case FIT -> {
                phrase.allow("shorter", "longer", "multiple");
                int shorter = phrase.integer("shorter", USUAL.shorter);
                yield new Resizing(shorter, phrase.integer("longer", Math.max(shorter, USUAL.longer)), multiple);
            }
            default -> throw new IllegalArgumentException("resizing must be fit or keep, got '" + phrase.name() + "'");
        };
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return with all numbers
     */
    public String text() {
        Phrase phrase = keeps()
                ? Phrase.of(KEEP)
                : Phrase.of(FIT).with("shorter", shorter).with("longer", longer);
        return phrase.with("multiple", multiple).text();
    }

    /**
     * Whether images stay as they are.
     *
     * @return false if they are made larger or smaller
     */
    public boolean keeps() {
        return shorter == 0;
    }

    /**
     * The size of an image as the network sees it, before zeros; to the pixel torchvision's, whose factor is a float32 inverse times
     * the wanted side.
     *
     * @param image its own size
     * @return height and width
     */
    public Extent of(Size image) {
        if (keeps()) {
            return new Extent(image.height(), image.width());
        }
        float up = Math.min(
                1f / Math.min(image.height(), image.width()) * shorter,
                1f / Math.max(image.height(), image.width()) * longer);
        return new Extent((int) Math.max(1, Math.floor(image.height() * (double) up)), (int)
                Math.max(1, Math.floor(image.width() * (double) up)));
    }

    /**
     * The size with zeros.
     *
     * @param seen sizes of the images of a batch
     * @return the least that holds all and divides evenly
     */
    public Extent filled(Iterable<Extent> seen) {
        int rows = 1;
        int columns = 1;
        for (Extent one : seen) {
            rows = Math.max(rows, one.rows());
            columns = Math.max(columns, one.columns());
        }
        return new Extent((rows + multiple - 1) / multiple * multiple, (columns + multiple - 1) / multiple * multiple);
    }
}
