/** Networks as values. */
@NullMarked
package org.vung.nets;

import org.jspecify.annotations.NullMarked;
