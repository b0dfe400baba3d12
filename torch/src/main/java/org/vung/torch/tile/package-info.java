/** Large images in pieces: the rows at work. */
@NullMarked
package org.vung.torch.tile;

import org.jspecify.annotations.NullMarked;
