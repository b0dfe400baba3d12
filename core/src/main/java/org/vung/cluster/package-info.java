/** Clustering of weighted points in any number of dimensions: k-means and the tree that makes it fast. */
@NullMarked
package org.vung.cluster;

import org.jspecify.annotations.NullMarked;
