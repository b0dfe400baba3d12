/**
 * Quickshift: every pixel is linked to its nearest neighbour of higher density, and the links longer than a distance are
 * cut. A. Vedaldi and S. Soatto, "Quick Shift and Kernel Methods for Mode Seeking", ECCV 2008.
 */
@NullMarked
package org.vung.classic.quickshift;

import org.jspecify.annotations.NullMarked;
