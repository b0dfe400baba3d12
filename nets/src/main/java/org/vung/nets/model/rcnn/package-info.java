/** Faster and Mask R-CNN as a graph of parts: backbone, proposals, and the heads that look at one region each. */
@NullMarked
package org.vung.nets.model.rcnn;

import org.jspecify.annotations.NullMarked;
