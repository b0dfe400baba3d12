/** Overlapping windows over an image, and the blending of what a network says in each. */
@NullMarked
package org.vung.nets.window;

import org.jspecify.annotations.NullMarked;
