/**
 * Keras's HDF5 files, of Keras 1 and 2 with the lists of layers and weights they keep as attributes, and any other HDF5
 * file of tensors by its paths. Source: Keras's {@code saving/hdf5_format.py} (2.x) and {@code engine/topology.py} (1.x).
 */
@NullMarked
package org.vung.nets.weights.keras;

import org.jspecify.annotations.NullMarked;
