/**
 * Gaussian mixtures fitted by expectation–maximisation (A. Dempster, N. Laird, D. Rubin: Maximum Likelihood from Incomplete
 * Data via the EM Algorithm. Journal of the Royal Statistical Society B 39(1), 1977).
 */
@NullMarked
package org.vung.classic.mixture;

import org.jspecify.annotations.NullMarked;
