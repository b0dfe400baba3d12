/** Pictures that do not fit into memory, and what they cost. */
@NullMarked
package org.vung.checks.large;

import org.jspecify.annotations.NullMarked;
