/**
 * Regions as polygons with holes: drawn along the edges of their pixels, so that filling a polygon gives the mask again, or simplified
 * on demand; and the files that hold them.
 *
 * <p>Simplification: TopologyPreservingSimplifier of the JTS Topology Suite after D. Douglas and T. Peucker, "Algorithms for the
 * reduction of the number of points required to represent a digitized line or its caricature", Cartographica 10, 1973.
 */
@NullMarked
package org.vung.data.outline;

import org.jspecify.annotations.NullMarked;
