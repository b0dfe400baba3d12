/**
 * Regions grown along the cheapest edges of the pixel grid: Felzenszwalb &amp; Huttenlocher, "Efficient Graph-Based Image
 * Segmentation", IJCV 59(2), 2004.
 */
@NullMarked
package org.vung.classic.felzenszwalb;

import org.jspecify.annotations.NullMarked;
