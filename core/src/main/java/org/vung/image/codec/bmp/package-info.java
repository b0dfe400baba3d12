/** Windows and OS/2 bitmaps. */
@NullMarked
package org.vung.image.codec.bmp;

import org.jspecify.annotations.NullMarked;
