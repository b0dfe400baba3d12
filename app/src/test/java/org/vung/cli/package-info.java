/** Commands run in this process, as the launcher would run them. */
@NullMarked
package org.vung.cli;

import org.jspecify.annotations.NullMarked;
