/** GIF 87a and 89a, frames composed on their canvas (GIF89a specification, 1990). */
@NullMarked
package org.vung.image.codec.gif;

import org.jspecify.annotations.NullMarked;
