/** The key frames of VP8, which lossy WebP pictures are (RFC 6386). */
@NullMarked
package org.vung.image.codec.vp8;

import org.jspecify.annotations.NullMarked;
