/** What can be learned: one loop teaches them all, and judges them by their own scores. */
@NullMarked
package org.vung.torch.train.task;

import org.jspecify.annotations.NullMarked;
