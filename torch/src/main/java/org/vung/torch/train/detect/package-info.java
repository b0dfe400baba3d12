/** Objects one by one: images with their objects, the losses of an R-CNN, COCO's scores. */
@NullMarked
package org.vung.torch.train.detect;

import org.jspecify.annotations.NullMarked;
