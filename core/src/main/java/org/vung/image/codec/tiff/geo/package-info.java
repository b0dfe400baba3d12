/**
 * The tags that say where a TIFF lies on a map.
 *
 * <p>Source: "OGC GeoTIFF Standard", version 1.1, OGC 19-008r4, 2019.
 */
@NullMarked
package org.vung.image.codec.tiff.geo;

import org.jspecify.annotations.NullMarked;
