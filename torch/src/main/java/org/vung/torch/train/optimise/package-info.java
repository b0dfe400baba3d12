/** How numbers follow their gradients. */
@NullMarked
package org.vung.torch.train.optimise;

import org.jspecify.annotations.NullMarked;
