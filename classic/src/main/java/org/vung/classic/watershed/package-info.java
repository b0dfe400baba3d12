/**
 * The watershed: floods a relief from markers.
 *
 * <p>S. Beucher and F. Meyer, "The Morphological Approach to Segmentation: The Watershed Transformation", in Mathematical
 * Morphology in Image Processing (1993).
 */
@NullMarked
package org.vung.classic.watershed;

import org.jspecify.annotations.NullMarked;
