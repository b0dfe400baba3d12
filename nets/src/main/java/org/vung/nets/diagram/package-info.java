/** Drawings of boxes and arrows as SVG and DOT text. Knows shapes, but neither layers nor graphs. */
@NullMarked
package org.vung.nets.diagram;

import org.jspecify.annotations.NullMarked;
