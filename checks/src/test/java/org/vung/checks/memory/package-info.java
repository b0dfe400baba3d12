/** Whether memory outside the heap stays where it is over thousands of runs. */
@NullMarked
package org.vung.checks.memory;

import org.jspecify.annotations.NullMarked;
