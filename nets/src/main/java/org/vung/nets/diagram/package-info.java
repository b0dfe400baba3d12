/** Boxes and the arrows between them, and how to say the same with fewer. Knows shapes, but neither layers nor graphs. */
@NullMarked
package org.vung.nets.diagram;

import org.jspecify.annotations.NullMarked;
