/**
 * Forest fire: where, how large, how fast; and a burn that is rendered, since there are no masks of real ones.
 *
 * <p>Sources: R. C. Rothermel, "A mathematical model for predicting fire spread in wildland fuels", USDA INT-115, 1972 (factors of wind
 * and slope). M. E. Alexander, "Estimating the length-to-breadth ratio of elliptical forest fire patterns", 8th Conference on Fire and
 * Forest Meteorology, 1985. M. A. Finney, "Fire growth using minimum travel time methods", Canadian Journal of Forest Research 32, 2002.
 * T. Çelik and H. Demirel, "Fire detection in video sequences using a generic color model", Fire Safety Journal 44, 2009. L. Bruzzone and
 * D. F. Prieto, "Automatic analysis of the difference image for unsupervised change detection", IEEE TGRS 38, 2000.
 */
@NullMarked
package org.vung.applications.fire;

import org.jspecify.annotations.NullMarked;
