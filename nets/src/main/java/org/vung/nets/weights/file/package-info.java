/** Opens weight files of every format we read, known by their bytes. */
@NullMarked
package org.vung.nets.weights.file;

import org.jspecify.annotations.NullMarked;
