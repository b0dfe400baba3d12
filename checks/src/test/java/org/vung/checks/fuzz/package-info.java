/** Damaged image files by the thousand: whatever happens to a file, reading it gives a picture or one worded error. */
@NullMarked
package org.vung.checks.fuzz;

import org.jspecify.annotations.NullMarked;
