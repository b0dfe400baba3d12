/** A class for every pixel. */
@NullMarked
package org.vung.torch.train.semantic;

import org.jspecify.annotations.NullMarked;
