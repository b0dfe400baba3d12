/** Arithmetic of boxes: anchors, coding, matching, choice and suppression. No tensors, no chance but what is given. */
@NullMarked
package org.vung.torch.rcnn.box;

import org.jspecify.annotations.NullMarked;
