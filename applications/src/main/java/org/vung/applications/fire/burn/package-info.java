/**
 * A burn that is rendered over real ground, since there are no masks of real fires: how it spreads, and what it looks like.
 *
 * <p>Sources: R. C. Rothermel, "A mathematical model for predicting fire spread in wildland fuels", USDA INT-115, 1972 (factors of wind
 * and slope). M. E. Alexander, "Estimating the length-to-breadth ratio of elliptical forest fire patterns", 8th Conference on Fire and
 * Forest Meteorology, 1985. M. A. Finney, "Fire growth using minimum travel time methods", Canadian Journal of Forest Research 32, 2002.
 */
@NullMarked
package org.vung.applications.fire.burn;

import org.jspecify.annotations.NullMarked;
