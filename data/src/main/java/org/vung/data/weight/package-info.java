/** How much each pixel of a truth counts in training. */
@NullMarked
package org.vung.data.weight;

import org.jspecify.annotations.NullMarked;
