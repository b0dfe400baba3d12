/** Shared machinery on the pixel grid: disjoint sets, queues, components, bands of rows worked in parallel. */
@NullMarked
package org.vung.grid;

import org.jspecify.annotations.NullMarked;
