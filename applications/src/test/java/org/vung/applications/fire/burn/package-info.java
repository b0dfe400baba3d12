/** The spread of a fire against its formulas. */
@NullMarked
package org.vung.applications.fire.burn;

import org.jspecify.annotations.NullMarked;
