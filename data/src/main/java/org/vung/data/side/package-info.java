/** Pairs of pictures side by side in one file, as pix2pix's data sets hold them. */
@NullMarked
package org.vung.data.side;

import org.jspecify.annotations.NullMarked;
