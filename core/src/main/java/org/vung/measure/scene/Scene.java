package org.vung.measure.scene;

import java.util.List;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;

/**
 * A label map and what is known about it. {@link #measure} does the work.
 *
 * @param labels a label per pixel
 * @param legend what labels stand for
 * @param pixel how large a pixel is; {@link PixelSize#NONE} where nobody knows
 * @param photo of the labels' size, for intensities
 * @param connected whether every connected part of a label, by edges and corners, is a region of its own
 * @param parts of interest; where there are any, all else stays out
 * @param grid cells to look at one by one
 */
public record Scene(
        LabelMap labels,
        Legend legend,
        PixelSize pixel,
        Optional<Image> photo,
        boolean connected,
        List<Part> parts,
        Optional<Grid> grid) {

    private static final int MOST_LABELS = 1 << 24;

    /** Copies the list; checks the sizes, the number of labels, and that parts have names of their own. */
    public Scene {
        parts = List.copyOf(parts);
        if (labels.count() > MOST_LABELS) {
            throw new IllegalArgumentException("labels must be below " + MOST_LABELS + ", got " + (labels.count() - 1)
                    + "; number the regions without gaps");
        }
        if (parts.stream().map(Part::name).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("parts must have names of their own, got "
                    + parts.stream().map(Part::name).toList());
        }
        photo.ifPresent(image -> checkSize("photo", image.size(), labels.size()));
        parts.forEach(
                part -> checkSize("part '" + part.name() + "'", part.mask().size(), labels.size()));
    }

    private static void checkSize(String what, Size size, Size wanted) {
        if (!size.equals(wanted)) {
            throw new IllegalArgumentException(what + " must have the labels' size " + wanted + ", got " + size);
        }
    }

    /**
     * A label map alone, in pixels.
     *
     * @param labels a label per pixel
     * @param legend what labels stand for
     * @return the scene
     */
    public static Scene of(LabelMap labels, Legend legend) {
        return new Scene(labels, legend, PixelSize.NONE, Optional.empty(), false, List.of(), Optional.empty());
    }

    /**
     * A copy whose labels stand for something else.
     *
     * @param other legend
     * @return the scene
     */
    public Scene withLegend(Legend other) {
        return new Scene(labels, other, pixel, photo, connected, parts, grid);
    }

    /**
     * A copy whose pixels have a size.
     *
     * @param size height and width
     * @return the scene
     */
    public Scene withPixel(PixelSize size) {
        return new Scene(labels, legend, size, photo, connected, parts, grid);
    }

    /**
     * A copy with a photo.
     *
     * @param image of the labels' size
     * @return the scene
     */
    public Scene withPhoto(Image image) {
        return new Scene(labels, legend, pixel, Optional.of(image), connected, parts, grid);
    }

    /**
     * A copy in which every connected part of a label is a region of its own.
     *
     * @return the scene
     */
    public Scene withConnectedParts() {
        return new Scene(labels, legend, pixel, photo, true, parts, grid);
    }

    /**
     * A copy in which only some parts count.
     *
     * @param some parts of interest; regions are cut at their borders
     * @return the scene
     */
    public Scene within(List<Part> some) {
        return new Scene(labels, legend, pixel, photo, connected, some, grid);
    }

    /**
     * A copy with cells.
     *
     * @param cells over the image
     * @return the scene
     */
    public Scene withGrid(Grid cells) {
        return new Scene(labels, legend, pixel, photo, connected, parts, Optional.of(cells));
    }

    /**
     * Measures everything.
     *
     * @return regions, shares of the image, its cells and parts
     * @throws IllegalArgumentException if a label has no class, or the grid does not fit
     */
    public Measurement measure() {
        return new Measuring(this).measurement();
    }
}
