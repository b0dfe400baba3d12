package org.vung.applications.sheet;

import org.vung.grid.Components;
import org.vung.grid.DistanceTransform;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;

/** Masks made wider, narrower and whole, by distances between pixel centres. Masks are row by row and not changed. */
public final class Morphology {

    private Morphology() {}

    /**
     * A mask and what lies near it.
     *
     * @param mask of the size
     * @param size of the image
     * @param distance pixels, at least 0
     * @return the wider mask
     */
    public static boolean[] grown(boolean[] mask, Size size, double distance) {
        double[] away = DistanceTransform.toOutside(inverse(mask), size.height(), size.width());
        boolean[] grown = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            grown[pixel] = away[pixel] <= distance;
        }
        return grown;
    }

    /**
     * A mask without what lies near its edge; the edge of the image is none.
     *
     * @param mask of the size
     * @param size of the image
     * @param distance pixels, at least 0
     * @return the narrower mask
     */
    public static boolean[] shrunk(boolean[] mask, Size size, double distance) {
        return inverse(grown(inverse(mask), size, distance));
    }

    /**
     * A mask without holes: whatever does not hang together with the edge of the image lies inside.
     *
     * @param mask of the size
     * @param size of the image
     * @return the whole mask
     */
    public static boolean[] filled(boolean[] mask, Size size) {
        return inverse(touching(inverse(mask), size));
    }

    /**
     * The parts of a mask that reach the edge of the image.
     *
     * @param mask of the size
     * @param size of the image
     * @return part of the mask
     */
    public static boolean[] touching(boolean[] mask, Size size) {
        int[] parts = Components.label(mask, size.height(), size.width(), Neighbourhood.FOUR);
        boolean[] open = new boolean[mask.length];
        for (int row = 0, pixel = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++, pixel++) {
                boolean edge = row == 0 || column == 0 || row == size.height() - 1 || column == size.width() - 1;
                open[parts[pixel]] |= edge && mask[pixel];
            }
        }
        boolean[] touching = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            touching[pixel] = mask[pixel] && open[parts[pixel]];
        }
        return touching;
    }

    /**
     * The other pixels.
     *
     * @param mask any
     * @return true where it is false
     */
    public static boolean[] inverse(boolean[] mask) {
        boolean[] inverse = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            inverse[pixel] = !mask[pixel];
        }
        return inverse;
    }
}
