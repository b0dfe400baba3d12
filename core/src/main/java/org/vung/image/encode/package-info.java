/** One encoder per file format: pixels to a stream. Which file they go to is the affair of {@code org.vung.image.file}. */
@NullMarked
package org.vung.image.encode;

import org.jspecify.annotations.NullMarked;
