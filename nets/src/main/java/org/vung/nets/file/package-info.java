/** A trained network with all that is needed to use it: graph, weights, preprocessing, classes. */
@NullMarked
package org.vung.nets.file;

import org.jspecify.annotations.NullMarked;
