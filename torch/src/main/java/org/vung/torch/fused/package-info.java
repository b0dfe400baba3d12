/** Products with what follows them in one pass over memory: oneDNN's kernels with packed weights, called by name. */
@NullMarked
package org.vung.torch.fused;

import org.jspecify.annotations.NullMarked;
