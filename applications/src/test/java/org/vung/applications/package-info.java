/** The command line of the applications. */
@NullMarked
package org.vung.applications;

import org.jspecify.annotations.NullMarked;
