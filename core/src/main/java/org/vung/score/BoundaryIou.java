package org.vung.score;

import org.vung.image.Size;

/**
 * Boundary IoU: intersection over union of what lies within d pixels of the outlines. It stays sensitive for large objects, whose
 * plain IoU a bad outline hardly changes.
 *
 * <p>Source: B. Cheng, R. Girshick, P. Dollár, A. C. Berg and A. Kirillov, "Boundary IoU: Improving Object-Centric Image
 * Segmentation Evaluation", CVPR 2021. d is 2 % of the image's diagonal, rounded (halves to even), at least 1; the inner border is
 * the mask without the mask eroded d times by 3×3, and beyond the image nothing is mask.
 *
 * @param intersection pixels on both borders
 * @param union pixels on either border
 */
public record BoundaryIou(long intersection, long union) {

    private static final double SHARE_OF_DIAGONAL = 0.02;

    /**
     * Compares two masks.
     *
     * @param truth row by row
     * @param said row by row
     * @param size of both
     * @return the counts
     */
    public static BoundaryIou of(boolean[] truth, boolean[] said, Size size) {
        int distance = distance(size);
        boolean[] first = border(truth, size, distance);
        boolean[] second = border(said, size, distance);
        long both = 0;
        long either = 0;
        for (int pixel = 0; pixel < first.length; pixel++) {
            both += first[pixel] && second[pixel] ? 1 : 0;
            either += first[pixel] || second[pixel] ? 1 : 0;
        }
        return new BoundaryIou(both, either);
    }

    /**
     * How wide borders are.
     *
     * @param size of the image
     * @return d in pixels, at least 1
     */
    public static int distance(Size size) {
        return (int) Math.max(1, Math.rint(SHARE_OF_DIAGONAL * Math.hypot(size.height(), size.width())));
    }

    /**
     * Pixels of a mask that have another pixel, or the edge of the image, within a square of a distance.
     *
     * @param mask row by row
     * @param size of the mask
     * @param distance rows or columns, at least 1
     * @return the inner border
     */
    static boolean[] border(boolean[] mask, Size size, int distance) {
        if (mask.length != size.pixels()) {
            throw new IllegalArgumentException("mask must fill " + size + ", got " + mask.length + " pixels");
        }
        boolean[] inner = new boolean[mask.length];
        for (int row = 0; row < size.height(); row++) {
            erode(mask, inner, row * size.width(), 1, size.width(), distance);
        }
        boolean[] eroded = new boolean[mask.length];
        for (int column = 0; column < size.width(); column++) {
            erode(inner, eroded, column, size.width(), size.height(), distance);
        }
        for (int pixel = 0; pixel < mask.length; pixel++) {
            inner[pixel] = mask[pixel] && !eroded[pixel];
        }
        return inner;
    }

    /** Keeps the places of a line whose neighbours up to a distance on both sides are all inside. */
    private static void erode(boolean[] from, boolean[] to, int start, int step, int length, int distance) {
        int run = 0;
        for (int place = 0; place < length; place++) {
            run = from[start + place * step] ? run + 1 : 0;
            if (run > 2 * distance) {
                to[start + (place - distance) * step] = true;
            }
        }
    }

    /**
     * The borders of many images together.
     *
     * @param other more of them
     * @return the sums
     */
    public BoundaryIou plus(BoundaryIou other) {
        return new BoundaryIou(intersection + other.intersection, union + other.union);
    }

    /**
     * The score.
     *
     * @return 0 … 1, NaN where neither has a border
     */
    public double value() {
        return (double) intersection / union;
    }
}
