/** Several methods that answer as one. */
@NullMarked
package org.vung.ensemble;

import org.jspecify.annotations.NullMarked;
