/** Changes of the contrast of whole grey images, made before anything else looks at them. */
@NullMarked
package org.vung.image.contrast;

import org.jspecify.annotations.NullMarked;
