/** Regions of interest: maps of one size cut out of larger ones, and masks laid back into the image. */
@NullMarked
package org.vung.torch.rcnn.roi;

import org.jspecify.annotations.NullMarked;
