@NullMarked
package org.vung.torch.gan;

import org.jspecify.annotations.NullMarked;
