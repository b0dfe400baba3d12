/** Finds what is wrong with a data set before a network learns it. */
@NullMarked
package org.vung.data.check;

import org.jspecify.annotations.NullMarked;
