/** HTML written by hand. */
@NullMarked
package org.vung.data.html;

import org.jspecify.annotations.NullMarked;
