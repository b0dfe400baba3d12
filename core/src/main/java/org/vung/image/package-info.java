/** Images in memory and in files, and the colour spaces methods work in. */
@NullMarked
package org.vung.image;

import org.jspecify.annotations.NullMarked;
