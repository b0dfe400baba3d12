/**
 * PyTorch's {@code .pth} and {@code .pt} files: a pickle that names tensors, and the storages they lie in, in one zip or,
 * before PyTorch 1.6, one after the other.
 *
 * <p>A pickle is a program. The machine here knows a few instructions and a few names, all of which only build values;
 * any other is refused by name, and nothing of a file is ever run. Sources: Python's {@code pickletools} for the
 * instructions, PyTorch's {@code torch/serialization.py} and {@code torch/_utils.py} for the two file layouts.
 */
@NullMarked
package org.vung.nets.weights.pickle;

import org.jspecify.annotations.NullMarked;
