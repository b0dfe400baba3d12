/** Runs graphs on libtorch. Tensors never leave this package. */
@NullMarked
package org.vung.torch.run;

import org.jspecify.annotations.NullMarked;
