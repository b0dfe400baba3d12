/** The options by which images are measured and judged, the same in every command. */
@NullMarked
package org.vung.cli.judge;

import org.jspecify.annotations.NullMarked;
