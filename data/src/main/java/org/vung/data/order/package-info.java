/** Chance that can be repeated: a generator with a written-down algorithm, and the order of an epoch. */
@NullMarked
package org.vung.data.order;

import org.jspecify.annotations.NullMarked;
