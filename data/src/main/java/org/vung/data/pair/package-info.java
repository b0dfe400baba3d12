/** Images and masks side by side, in two folders or in one. */
@NullMarked
package org.vung.data.pair;

import org.jspecify.annotations.NullMarked;
