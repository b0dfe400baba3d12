/** Layers as JSON objects and back. */
@NullMarked
package org.vung.nets.json;

import org.jspecify.annotations.NullMarked;
