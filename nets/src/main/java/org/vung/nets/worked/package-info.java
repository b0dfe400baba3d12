/** Layers worked out in numbers on grids small enough to be read: for explanations and as a yardstick, not for speed. */
@NullMarked
package org.vung.nets.worked;

import org.jspecify.annotations.NullMarked;
