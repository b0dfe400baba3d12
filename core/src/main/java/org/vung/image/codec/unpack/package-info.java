/** The compressions inside a TIFF, each from packed bytes to rows of samples: LZW, Deflate, PackBits, fax, JPEG. */
@NullMarked
package org.vung.image.codec.unpack;

import org.jspecify.annotations.NullMarked;
