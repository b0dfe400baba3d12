/** One image seen in several ways, mirrored and turned, or by several methods, and the mean of what is said of it. */
@NullMarked
package org.vung.view;

import org.jspecify.annotations.NullMarked;
