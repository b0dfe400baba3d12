/** Large images in pieces: which rows are at work, and where they are. */
@NullMarked
package org.vung.torch.tile;

import org.jspecify.annotations.NullMarked;
