/** How images with their truth reach a network: read ahead, changed, cut, in batches. */
@NullMarked
package org.vung.torch.train.feed;

import org.jspecify.annotations.NullMarked;
