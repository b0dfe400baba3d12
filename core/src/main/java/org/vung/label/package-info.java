/** What segmentation produces, and how to look at it: label maps, palettes, overlays, boundaries. */
@NullMarked
package org.vung.label;

import org.jspecify.annotations.NullMarked;
