/** One image seen in several ways, mirrored and turned, and the mean of what a method says of them. */
@NullMarked
package org.vung.view;

import org.jspecify.annotations.NullMarked;
