/** What a region's shape measures beyond area, perimeter and ellipse: moments, convex hull, Feret diameters, topology. */
@NullMarked
package org.vung.measure.shape;

import org.jspecify.annotations.NullMarked;
