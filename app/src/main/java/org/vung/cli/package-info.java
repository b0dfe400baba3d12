/** The command line. */
@NullMarked
package org.vung.cli;

import org.jspecify.annotations.NullMarked;
