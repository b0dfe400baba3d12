/** Outlines of what was found, in the formats that {@code --format} names. */
@NullMarked
package org.vung.cli.outline;

import org.jspecify.annotations.NullMarked;
