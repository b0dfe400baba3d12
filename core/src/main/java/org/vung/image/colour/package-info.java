/** The distinct colours of an image and how often each occurs, so that clustering works on far fewer weighted points. */
@NullMarked
package org.vung.image.colour;

import org.jspecify.annotations.NullMarked;
