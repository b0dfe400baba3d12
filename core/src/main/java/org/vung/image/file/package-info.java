/** Reading and writing image files: the front door to {@link org.vung.image.codec}. */
@NullMarked
package org.vung.image.file;

import org.jspecify.annotations.NullMarked;
