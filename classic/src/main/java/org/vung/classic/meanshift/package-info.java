/**
 * Mean shift: every point climbs to a mode of the density by moving to the mean of its neighbours, again and again. D.
 * Comaniciu and P. Meer, "Mean Shift: A Robust Approach toward Feature Space Analysis", PAMI 24(5), 2002.
 */
@NullMarked
package org.vung.classic.meanshift;

import org.jspecify.annotations.NullMarked;
