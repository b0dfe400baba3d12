/**
 * Satellites and aerial photographs: water, roads, land, in hectares and on the map.
 *
 * <p>Sources: S. K. McFeeters, "The use of the Normalized Difference Water Index (NDWI) in the delineation of open water features",
 * International Journal of Remote Sensing 17, 1996. H. Xu, "Modification of normalised difference water index (NDWI) to enhance open water
 * features in remotely sensed imagery", International Journal of Remote Sensing 27, 2006.
 */
@NullMarked
package org.vung.applications.satellite;

import org.jspecify.annotations.NullMarked;
