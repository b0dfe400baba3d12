/** WebP: its chunks, its lossless pictures and its opacity (RFC 9649). */
@NullMarked
package org.vung.image.codec.webp;

import org.jspecify.annotations.NullMarked;
