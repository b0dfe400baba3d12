/** Large images in pieces: the rows at work, and windows blended into one another. */
@NullMarked
package org.vung.torch.tile;

import org.jspecify.annotations.NullMarked;
