/** {@code vung train}: a plan and a data set become a network. */
@NullMarked
package org.vung.cli.train;

import org.jspecify.annotations.NullMarked;
