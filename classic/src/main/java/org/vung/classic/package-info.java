/** Classical segmentation methods, a package each; no method sees another. */
@NullMarked
package org.vung.classic;

import org.jspecify.annotations.NullMarked;
