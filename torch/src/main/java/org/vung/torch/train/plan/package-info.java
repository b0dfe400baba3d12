/** What a training is to be: one readable file that reruns it. */
@NullMarked
package org.vung.torch.train.plan;

import org.jspecify.annotations.NullMarked;
