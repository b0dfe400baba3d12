/** A network as a value: named layers wired into a graph without cycles, and what can be said of it without running it. */
@NullMarked
package org.vung.nets.graph;

import org.jspecify.annotations.NullMarked;
