/** Diagrams laid out and written as SVG and DOT text. */
@NullMarked
package org.vung.nets.drawing;

import org.jspecify.annotations.NullMarked;
