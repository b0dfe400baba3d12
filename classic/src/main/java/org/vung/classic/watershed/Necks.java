package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.grid.Components;
import org.vung.grid.DisjointSets;
import org.vung.grid.DistanceTransform;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;

/**
 * Cuts blobs at their necks: the watershed of their distance to the outside, whose springs are the middles of dynamics above a given
 * depth. The dynamics of a middle is how much nearer the outside comes on the best way to one that lies deeper. What lies beyond the
 * image is outside.
 *
 * <p>Source: M. Grimaud, "A new measure of contrast: the dynamics", SPIE 1769 (1992). One pass from the deepest pixel up: a pixel joins
 * the blob of its deepest neighbour, and where two meet the shallower one stays by itself only if its middle lies deep enough below the
 * meeting.
 */
final class Necks {

    private static final Neighbourhood AROUND = Neighbourhood.EIGHT;

    private final Size size;
    /** Connected parts; ways lead along corners, too, but never to another part. */
    private final int[] parts;

    private final DisjointSets blobs;
    /** How deep the middle of a blob lies, at its representative; NaN where no pixel has been reached. */
    private final double[] middle;

    private Necks(int[] parts, Size size) {
        this.parts = parts;
        this.size = size;
        this.blobs = new DisjointSets(size.pixels());
        this.middle = new double[size.pixels()];
        Arrays.fill(middle, Double.NaN);
    }

    /**
     * Cuts.
     *
     * @param inside the pixels of all blobs, row by row [height · width]
     * @param depth pixels by which the outside must be nearer at a neck than at the middles of both sides, and more; at least 0
     * @param size height and width
     * @return 1, 2, 3 … a part each, in the order of their first pixels, 0 outside; corners do not connect [height · width]
     */
    static int[] cut(boolean[] inside, double depth, Size size) {
        double[] distance = distances(inside, size);
        Necks necks = new Necks(Components.label(inside, size.height(), size.width(), Neighbourhood.FOUR), size);
        for (int pixel : deepestFirst(inside, distance)) {
            necks.reach(pixel, distance, depth);
        }
        return necks.numbered(inside);
    }

    /** To the outside, of which there is a frame around the image. */
    private static double[] distances(boolean[] inside, Size size) {
        int wide = size.width() + 2;
        boolean[] framed = new boolean[wide * (size.height() + 2)];
        for (int row = 0; row < size.height(); row++) {
            System.arraycopy(inside, row * size.width(), framed, (row + 1) * wide + 1, size.width());
        }
        double[] distances = DistanceTransform.toOutside(framed, size.height() + 2, wide);
        double[] own = new double[inside.length];
        for (int row = 0; row < size.height(); row++) {
            System.arraycopy(distances, (row + 1) * wide + 1, own, row * size.width(), size.width());
        }
        return own;
    }

    /** Pixels by falling distance, equal ones in the order of rows; a distance is taken as a float. */
    private static int[] deepestFirst(boolean[] inside, double[] distance) {
        long[] order = new long[inside.length];
        int count = 0;
        for (int pixel = 0; pixel < inside.length; pixel++) {
            if (inside[pixel]) {
                int shallow = Integer.MAX_VALUE - Float.floatToIntBits((float) distance[pixel]);
                order[count++] = ((long) shallow << Integer.SIZE) | pixel;
            }
        }
        Arrays.sort(order, 0, count);
        int[] pixels = new int[count];
        Arrays.setAll(pixels, rank -> (int) order[rank]);
        return pixels;
    }

    /** Gives a pixel to the blob of its deepest neighbour; of the blobs that meet in it, the shallow ones join the deepest. */
    private void reach(int pixel, double[] distance, double depth) {
        int nearest = -1;
        int deepest = -1;
        for (int n = 0; n < AROUND.count(); n++) {
            int other = reached(pixel, n);
            if (other >= 0) {
                nearest = nearest < 0 || distance[other] > distance[nearest] ? other : nearest;
                int blob = blobs.find(other);
                deepest = deepest < 0 || middle[blob] > middle[deepest] ? blob : deepest;
            }
        }
        if (nearest < 0) {
            middle[pixel] = distance[pixel];
            return;
        }
        join(blobs.find(nearest), pixel);
        for (int n = 0; n < AROUND.count(); n++) {
            int other = reached(pixel, n);
            if (other >= 0 && middle[blobs.find(other)] - distance[pixel] <= depth) {
                join(deepest, other);
            }
        }
    }

    /** The first blob keeps its middle. */
    private void join(int first, int second) {
        double kept = middle[blobs.find(first)];
        middle[blobs.union(first, second)] = kept;
    }

    /** A neighbour, or −1 beyond the border, in another part, and where it has not been reached. */
    private int reached(int pixel, int n) {
        int other = Markers.neighbour(size, pixel, n);
        boolean known = other >= 0 && parts[other] == parts[pixel] && !Double.isNaN(middle[blobs.find(other)]);
        return known ? other : -1;
    }

    private int[] numbered(boolean[] inside) {
        int[] numbers = new int[inside.length];
        int next = 0;
        for (int pixel = 0; pixel < inside.length; pixel++) {
            if (inside[pixel]) {
                int blob = blobs.find(pixel);
                numbers[pixel] = blob == pixel ? ++next : numbers[blob];
            }
        }
        return numbers;
    }
}
