/** {@code vung data}: data sets looked at, converted, checked and divided. */
@NullMarked
package org.vung.cli.data;

import org.jspecify.annotations.NullMarked;
