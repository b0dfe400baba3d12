/** How bright regions are, channel by channel. */
@NullMarked
package org.vung.measure.intensity;

import org.jspecify.annotations.NullMarked;
