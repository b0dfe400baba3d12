/** How far regions lie from each other. */
@NullMarked
package org.vung.measure.distance;

import org.jspecify.annotations.NullMarked;
