/** Where networks run: on the processor and what it can do, or on a graphics processor that libtorch reaches by CUDA. */
@NullMarked
package org.vung.torch.device;

import org.jspecify.annotations.NullMarked;
