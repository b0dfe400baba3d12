/** A network told layer by layer, in the manner of Keras. */
@NullMarked
package org.vung.nets.summary;

import org.jspecify.annotations.NullMarked;
