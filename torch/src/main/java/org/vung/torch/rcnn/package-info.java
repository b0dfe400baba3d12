/** Faster and Mask R-CNN on libtorch: transform, backbone, proposals, heads. */
@NullMarked
package org.vung.torch.rcnn;

import org.jspecify.annotations.NullMarked;
