/** How much of an image, of its cells or of a part of it every label covers, and what changes between two images. */
@NullMarked
package org.vung.measure.share;

import org.jspecify.annotations.NullMarked;
