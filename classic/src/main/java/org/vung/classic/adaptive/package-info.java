/**
 * A threshold per pixel, the mean of the square around it less a constant, as {@code cv2.adaptiveThreshold} has it; after P.
 * Wellner, "Adaptive thresholding for the DigitalDesk", Xerox EPC-93-110, 1993.
 */
@NullMarked
package org.vung.classic.adaptive;

import org.jspecify.annotations.NullMarked;
