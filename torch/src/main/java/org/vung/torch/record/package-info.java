/**
 * What a training run writes down while it goes: its folder, its numbers as a table and for TensorBoard, and a line for whoever
 * watches. Pure Java; knows nothing of networks.
 */
@NullMarked
package org.vung.torch.record;

import org.jspecify.annotations.NullMarked;
