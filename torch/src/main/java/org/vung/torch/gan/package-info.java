/** Pictures made of pictures: pix2pix, its training and its use. */
@NullMarked
package org.vung.torch.gan;

import org.jspecify.annotations.NullMarked;
