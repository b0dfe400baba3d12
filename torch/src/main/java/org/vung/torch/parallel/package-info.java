/** Several processes that train one network: each with its own part of every step's images, all with the same numbers. */
@NullMarked
package org.vung.torch.parallel;

import org.jspecify.annotations.NullMarked;
