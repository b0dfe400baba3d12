/**
 * How two divisions of an image into regions agree, whatever the regions are called: the scores of the Berkeley segmentation
 * benchmark (P. Arbeláez, M. Maire, C. Fowlkes and J. Malik, "Contour Detection and Hierarchical Image Segmentation", PAMI 2011)
 * and scikit-image's adapted Rand error.
 */
@NullMarked
package org.vung.score.region;

import org.jspecify.annotations.NullMarked;
