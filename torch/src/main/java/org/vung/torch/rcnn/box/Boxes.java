package org.vung.torch.rcnn.box;

import java.util.Arrays;
import org.vung.nets.layer.Extent;

/**
 * Boxes by their edges: left, top, right, bottom, in pixels of the image that the network sees. Coordinates run along the edges of
 * pixels, so the box of the first pixel is 0, 0, 1, 1. Immutable; sums are of float32, as networks have them.
 */
public final class Boxes {

    /** No box. */
    public static final Boxes NONE = new Boxes(new float[0]);

    private static final int EDGES = 4;

    private final float[] edges;

    private Boxes(float[] edges) {
        this.edges = edges;
    }

    /**
     * Boxes that take the array over.
     *
     * @param edges left, top, right, bottom of one box after the other [N, 4]; given away
     * @return the boxes
     */
    public static Boxes wrap(float[] edges) {
        if (edges.length % EDGES != 0) {
            throw new IllegalArgumentException("edges must be four for each box, got " + edges.length);
        }
        return new Boxes(edges);
    }

    /**
     * How many there are.
     *
     * @return N
     */
    public int count() {
        return edges.length / EDGES;
    }

    /**
     * Left edge.
     *
     * @param box 0 … N − 1
     * @return in pixels
     */
    public float left(int box) {
        return edges[EDGES * box];
    }

    /**
     * Upper edge.
     *
     * @param box 0 … N − 1
     * @return in pixels
     */
    public float top(int box) {
        return edges[EDGES * box + 1];
    }

    /**
     * Right edge.
     *
     * @param box 0 … N − 1
     * @return in pixels
     */
    public float right(int box) {
        return edges[EDGES * box + 2];
    }

    /**
     * Lower edge.
     *
     * @param box 0 … N − 1
     * @return in pixels
     */
    public float bottom(int box) {
        return edges[EDGES * box + 3];
    }

    /**
     * Width.
     *
     * @param box 0 … N − 1
     * @return in pixels, below 0 where the edges are the wrong way round
     */
    public float width(int box) {
        return right(box) - left(box);
    }

    /**
     * Height.
     *
     * @param box 0 … N − 1
     * @return in pixels, below 0 where the edges are the wrong way round
     */
    public float height(int box) {
        return bottom(box) - top(box);
    }

    /**
     * Area.
     *
     * @param box 0 … N − 1
     * @return width times height
     */
    public float area(int box) {
        return width(box) * height(box);
    }

    /**
     * Intersection over union with a box of others.
     *
     * @param own 0 … N − 1
     * @param others which
     * @param other index into the others
     * @return 0 … 1; NaN where both are of no area
     */
    public float overlap(int own, Boxes others, int other) {
        float across = Math.min(right(own), others.right(other)) - Math.max(left(own), others.left(other));
        float down = Math.min(bottom(own), others.bottom(other)) - Math.max(top(own), others.top(other));
        float common = Math.max(0, across) * Math.max(0, down);
        return common / (area(own) + others.area(other) - common);
    }

    /**
     * Cut off at the edges of an image.
     *
     * @param image height and width
     * @return as many boxes
     */
    public Boxes clipped(Extent image) {
        float[] clipped = edges.clone();
        for (int at = 0; at < clipped.length; at++) {
            float most = at % 2 == 0 ? image.columns() : image.rows();
            clipped[at] = Math.max(0, Math.min(most, clipped[at]));
        }
        return new Boxes(clipped);
    }

    /**
     * The same boxes in an image of another size.
     *
     * @param across factor of the width
     * @param down factor of the height
     * @return as many boxes
     */
    public Boxes scaled(float across, float down) {
        float[] scaled = edges.clone();
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] *= at % 2 == 0 ? across : down;
        }
        return new Boxes(scaled);
    }

    /**
     * Some of them.
     *
     * @param which indices, any order
     * @return as many boxes as indices
     */
    public Boxes only(int[] which) {
        float[] chosen = new float[EDGES * which.length];
        for (int at = 0; at < which.length; at++) {
            System.arraycopy(edges, EDGES * which[at], chosen, EDGES * at, EDGES);
        }
        return new Boxes(chosen);
    }

    /**
     * These and others after them.
     *
     * @param more others
     * @return all
     */
    public Boxes and(Boxes more) {
        float[] all = Arrays.copyOf(edges, edges.length + more.edges.length);
        System.arraycopy(more.edges, 0, all, edges.length, more.edges.length);
        return new Boxes(all);
    }

    /**
     * The edges.
     *
     * @return left, top, right, bottom of one box after the other [N, 4], a copy
     */
    public float[] edges() {
        return edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Boxes that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return count() + " boxes " + Arrays.toString(edges);
    }
}
