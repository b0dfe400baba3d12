/** The two networks of pix2pix, named as in its PyTorch code. */
@NullMarked
package org.vung.nets.model.pix2pix;

import org.jspecify.annotations.NullMarked;
