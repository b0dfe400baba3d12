/** Drawing without fonts. */
@NullMarked
package org.vung.figure;

import org.jspecify.annotations.NullMarked;
