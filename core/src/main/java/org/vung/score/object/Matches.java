package org.vung.score.object;

/**
 * How many objects were found at one threshold of overlap; those of many images are added.
 *
 * @param matched true positives: objects found
 * @param invented false positives: found where no object is
 * @param missed false negatives: objects not found
 * @param iou sum of intersection over union of the matched
 */
public record Matches(long matched, long invented, long missed, double iou) {

    /** Of no image. */
    public static final Matches NONE = new Matches(0, 0, 0, 0);

    /**
     * Those of more images.
     *
     * @param other of them
     * @return the sums
     */
    public Matches plus(Matches other) {
        return new Matches(matched + other.matched, invented + other.invented, missed + other.missed, iou + other.iou);
    }

    /**
     * What the Data Science Bowl and StarDist call average precision, although no curve is averaged.
     *
     * @return TP / (TP + FP + FN), NaN where there is nothing on either side
     */
    public double averagePrecision() {
        return (double) matched / (matched + invented + missed);
    }

    /**
     * Panoptic quality.
     *
     * @return Σ IoU / (TP + ½ FP + ½ FN), NaN where there is nothing on either side
     */
    public double panopticQuality() {
        return iou / (matched + invented / 2.0 + missed / 2.0);
    }

    /**
     * The share of right ones among those found.
     *
     * @return TP / (TP + FP)
     */
    public double precision() {
        return (double) matched / (matched + invented);
    }

    /**
     * The share of objects that were found.
     *
     * @return TP / (TP + FN)
     */
    public double recall() {
        return (double) matched / (matched + missed);
    }

    /**
     * The harmonic mean of both.
     *
     * @return 2 TP / (2 TP + FP + FN)
     */
    public double f1() {
        return 2.0 * matched / (2.0 * matched + invented + missed);
    }
}
