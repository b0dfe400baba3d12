/** What training makes small. */
@NullMarked
package org.vung.torch.train.loss;

import org.jspecify.annotations.NullMarked;
