/**
 * One threshold for the whole image: a pixel above it is foreground. Fixed ({@link org.vung.classic.threshold.Threshold}) or
 * found from the histogram: {@link org.vung.classic.threshold.Otsu}, {@link org.vung.classic.threshold.Triangle},
 * {@link org.vung.classic.threshold.Li}, {@link org.vung.classic.threshold.Yen},
 * {@link org.vung.classic.threshold.Isodata}, {@link org.vung.classic.threshold.Minimum},
 * {@link org.vung.classic.threshold.Mean}. Survey: M. Sezgin, B. Sankur, "Survey over image thresholding techniques and
 * quantitative performance evaluation", Journal of Electronic Imaging 13(1), 2004.
 */
@NullMarked
package org.vung.classic.threshold;

import org.jspecify.annotations.NullMarked;
