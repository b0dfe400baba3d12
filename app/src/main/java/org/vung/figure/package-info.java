/**
 * Figures drawn pixel by pixel: panels with captions, and plots.
 *
 * <p>Nothing here touches {@code java.awt}: its text needs fonts and a font configuration that a bare JDK on a server does not
 * have, and loading it costs a short run more than the drawing does. Letters are strokes of our own ({@code letters.txt}), drawn
 * like any other line.
 */
@NullMarked
package org.vung.figure;

import org.jspecify.annotations.NullMarked;
