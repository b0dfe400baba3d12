/** A label map with all that is known about it, and everything measured on it at once: regions, cells, parts, distances. */
@NullMarked
package org.vung.measure.scene;

import org.jspecify.annotations.NullMarked;
