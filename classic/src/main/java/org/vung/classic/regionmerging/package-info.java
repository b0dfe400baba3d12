/**
 * Region merging: joins the regions of an over-segmentation that are alike in colour.
 *
 * <p>A. Trémeau and P. Colantoni, "Regions Adjacency Graph Applied to Color Image Segmentation", IEEE Transactions on Image
 * Processing 9 (2000).
 */
@NullMarked
package org.vung.classic.regionmerging;

import org.jspecify.annotations.NullMarked;
