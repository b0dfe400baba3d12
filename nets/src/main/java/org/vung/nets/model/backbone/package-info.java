/**
 * Networks that classify whole images, alone or as the beginning of another network. Their nodes are named as in
 * torchvision 0.14, so that a checkpoint of it fits key by key.
 */
@NullMarked
package org.vung.nets.model.backbone;

import org.jspecify.annotations.NullMarked;
