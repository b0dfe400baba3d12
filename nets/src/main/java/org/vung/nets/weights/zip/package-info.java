/** Zips whose entries are stored as they are, read in place. */
@NullMarked
package org.vung.nets.weights.zip;

import org.jspecify.annotations.NullMarked;
