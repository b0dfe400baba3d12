/**
 * From the pixels of a georeferenced image to longitude and latitude.
 *
 * <p>Source: L. Krüger, "Konforme Abbildung des Erdellipsoids in der Ebene", 1912, with the series to the sixth order of C. F. F.
 * Karney, "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85, 2011, arXiv:1002.1417.
 */
@NullMarked
package org.vung.data.geo;

import org.jspecify.annotations.NullMarked;
