/**
 * Trained numbers as values: named tensors, and how their names meet the names a network expects. The formats they are
 * read from lie in the packages below; {@code org.vung.nets.weights.file.WeightFiles} opens them all.
 */
@NullMarked
package org.vung.nets.weights;

import org.jspecify.annotations.NullMarked;
