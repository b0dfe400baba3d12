/** Reads and writes the one text of an augmentation: a name, and options as {@code key=value}. */
@NullMarked
package org.vung.data.augment.phrase;

import org.jspecify.annotations.NullMarked;
