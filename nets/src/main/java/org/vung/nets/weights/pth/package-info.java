/**
 * PyTorch's {@code .pth} and {@code .pt} files: a pickle that names tensors, and the storages they lie in, in one zip or,
 * before PyTorch 1.6, one after the other. Source: PyTorch's {@code torch/serialization.py}.
 */
@NullMarked
package org.vung.nets.weights.pth;

import org.jspecify.annotations.NullMarked;
