/**
 * A threshold per pixel from the mean and the deviation around it, for pages of uneven light:
 * {@link org.vung.classic.localthreshold.Sauvola} and {@link org.vung.classic.localthreshold.Niblack}. Sums over windows as in
 * F. Shafait, D. Keysers, T. Breuel, "Efficient implementation of local adaptive thresholding techniques using integral
 * images", Document Recognition and Retrieval XV, 2008.
 */
@NullMarked
package org.vung.classic.localthreshold;

import org.jspecify.annotations.NullMarked;
