/** The front door: a {@link org.vung.Segmenter} turns an image into a {@link org.vung.Segmentation}. */
@NullMarked
package org.vung;

import org.jspecify.annotations.NullMarked;
