/** Parts of a data set: what is learned from, and what is kept to judge by. */
@NullMarked
package org.vung.data.split;

import org.jspecify.annotations.NullMarked;
