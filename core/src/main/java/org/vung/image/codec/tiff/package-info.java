/** TIFF and BigTIFF (TIFF Revision 6.0, Adobe 1992, and its Technical Notes), unpacked by our own code. */
@NullMarked
package org.vung.image.codec.tiff;

import org.jspecify.annotations.NullMarked;
