/** Where a network's numbers come from, and what can be done with them without running it. */
@NullMarked
package org.vung.nets.numbers;

import org.jspecify.annotations.NullMarked;
