/** Every kind of layer on libtorch: the same kernels run networks and train them. */
@NullMarked
package org.vung.torch.layer;

import org.jspecify.annotations.NullMarked;
