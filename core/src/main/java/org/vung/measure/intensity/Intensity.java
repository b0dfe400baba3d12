package org.vung.measure.intensity;

/**
 * The samples of a region in one channel, as stored. A region with a NaN sample has NaN everywhere.
 *
 * @param mean of the samples
 * @param minimum the least sample
 * @param maximum the largest sample
 * @param deviation standard deviation over all of the region's samples, √(Σ(sample − mean)² / area)
 * @param centroidRow mean row in the image, every pixel weighted by its sample; NaN where the samples add up to 0
 * @param centroidColumn mean column, likewise
 */
public record Intensity(
        double mean, double minimum, double maximum, double deviation, double centroidRow, double centroidColumn) {}
