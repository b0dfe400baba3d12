/** Segmentation on dilated backbones, as in torchvision 0.14 whose checkpoints fit key by key, and DeepLab v3+. */
@NullMarked
package org.vung.nets.model.deeplab;

import org.jspecify.annotations.NullMarked;
