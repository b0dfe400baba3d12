/** Weights that others publish: where they are, and how they come here unharmed. */
@NullMarked
package org.vung.nets.weights.published;

import org.jspecify.annotations.NullMarked;
