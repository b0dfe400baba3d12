/** Training as one readable loop, and all that it leaves behind. */
@NullMarked
package org.vung.torch.train;

import org.jspecify.annotations.NullMarked;
