/** {@code vung explain}: a class per topic. */
@NullMarked
package org.vung.cli.explain;

import org.jspecify.annotations.NullMarked;
