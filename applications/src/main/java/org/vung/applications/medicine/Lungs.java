package org.vung.applications.medicine;

import java.util.Arrays;
import org.vung.applications.sheet.Morphology;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.image.Gaussian;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/**
 * Lungs in a chest X-ray taken from the front, by classical means: what is darker than its surroundings and does not hang together with
 * the edge of the picture; of that the largest part on either side of the middle, closed and grown to the ribs. Lengths are shares of the
 * width; they were chosen on the four pictures at hand.
 */
final class Lungs {

    static final int LEFT = 1;
    static final int RIGHT = 2;

    private static final double SMOOTH = 3 / 512.0;
    private static final double SURROUNDINGS = 0.2;
    private static final double OPEN = 6 / 512.0;
    private static final double CLOSE = 16 / 512.0;
    private static final double GROW = 5 / 512.0;

    private final Size size;

    private Lungs(Size size) {
        this.size = size;
    }

    /** In the picture the left lung 1 (the patient's right one), the other 2, all else 0. */
    static LabelMap in(Image xray) {
        return new Lungs(xray.size()).labels(xray);
    }

    private LabelMap labels(Image xray) {
        boolean[] dark = dark(xray);
        boolean[] open = Morphology.grown(Morphology.shrunk(dark, size, pixels(OPEN)), size, pixels(OPEN));
        boolean[] edge = Morphology.touching(open, size);
        for (int pixel = 0; pixel < open.length; pixel++) {
            open[pixel] &= !edge[pixel];
        }
        int[] parts = Components.label(open, size.height(), size.width(), Neighbourhood.FOUR);
        int[] labels = new int[parts.length];
        for (int side : new int[] {LEFT, RIGHT}) {
            boolean[] lung = whole(largest(parts, open, side));
            for (int pixel = 0; pixel < labels.length; pixel++) {
                labels[pixel] = lung[pixel] && labels[pixel] == 0 ? side : labels[pixel];
            }
        }
        return LabelMap.wrap(size, labels);
    }

    private double pixels(double share) {
        return share * size.width();
    }

    /** Darker than the mean around. */
    private boolean[] dark(Image xray) {
        Image grey = Grey.STANDARD.of(xray.withoutAlpha());
        double[] samples = new double[size.pixels()];
        for (int row = 0, pixel = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                samples[pixel++] = grey.sample(row, column, 0);
            }
        }
        double[] smooth = new Gaussian(pixels(SMOOTH)).smooth(samples, size, 1);
        double[] around = new Gaussian(Math.min(1000, pixels(SURROUNDINGS))).smooth(samples, size, 1);
        boolean[] dark = new boolean[samples.length];
        for (int pixel = 0; pixel < dark.length; pixel++) {
            dark[pixel] = smooth[pixel] < around[pixel];
        }
        return dark;
    }

    /** The largest part whose middle lies on a side; nothing where there is none. */
    private boolean[] largest(int[] parts, boolean[] open, int side) {
        long[] areas = new long[parts.length];
        long[] columns = new long[parts.length];
        for (int pixel = 0; pixel < parts.length; pixel++) {
            areas[parts[pixel]] += open[pixel] ? 1 : 0;
            columns[parts[pixel]] += open[pixel] ? pixel % size.width() : 0;
        }
        int best = -1;
        for (int part = 0; part < areas.length; part++) {
            boolean left = 2 * columns[part] < areas[part] * size.width();
            if (areas[part] > 0 && left == (side == LEFT) && (best < 0 || areas[part] > areas[best])) {
                best = part;
            }
        }
        boolean[] lung = new boolean[parts.length];
        for (int pixel = 0; pixel < parts.length; pixel++) {
            lung[pixel] = open[pixel] && parts[pixel] == best;
        }
        return lung;
    }

    private boolean[] whole(boolean[] lung) {
        boolean none = true;
        for (boolean inside : lung) {
            none &= !inside;
        }
        if (none) {
            return Arrays.copyOf(lung, lung.length);
        }
        boolean[] wide = Morphology.grown(lung, size, pixels(CLOSE));
        boolean[] closed = Morphology.filled(Morphology.shrunk(wide, size, pixels(CLOSE)), size);
        return Morphology.grown(closed, size, pixels(GROW));
    }
}
