/** ENet, a small network of bottlenecks for speed. */
@NullMarked
package org.vung.nets.model.enet;

import org.jspecify.annotations.NullMarked;
