/** A network whose numbers change: the graph with gradients, and all its parameters in one piece of memory. */
@NullMarked
package org.vung.torch.train.network;

import org.jspecify.annotations.NullMarked;
