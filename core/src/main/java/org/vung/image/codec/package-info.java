/** One decoder per file format: bytes to pixels, the header checked before pixels are allocated. */
@NullMarked
package org.vung.image.codec;

import org.jspecify.annotations.NullMarked;
