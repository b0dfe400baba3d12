/** Files that other readers stumble over, compared line by line with what Pillow makes of them. */
@NullMarked
package org.vung.checks.awkward;

import org.jspecify.annotations.NullMarked;
