package org.vung.measure.share;

/**
 * How much one label covers.
 *
 * @param label 0 or more
 * @param area its pixels, at least 1
 * @param share of the pixels that were looked at, above 0 up to 1
 */
public record Share(int label, int area, double share) {}
