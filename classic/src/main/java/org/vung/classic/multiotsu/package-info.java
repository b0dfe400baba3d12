/**
 * Otsu's criterion for two to five classes: P.-S. Liao, T.-S. Chen, P.-C. Chung, "A fast algorithm for multilevel
 * thresholding", Journal of Information Science and Engineering 17(5), 2001.
 */
@NullMarked
package org.vung.classic.multiotsu;

import org.jspecify.annotations.NullMarked;
