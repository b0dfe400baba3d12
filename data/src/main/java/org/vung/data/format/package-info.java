/** The front door to data sets of every format. */
@NullMarked
package org.vung.data.format;

import org.jspecify.annotations.NullMarked;
