/** A street from a driving car, for the network that knows streets. */
@NullMarked
package org.vung.checks.examples.street;

import org.jspecify.annotations.NullMarked;
