/** Fully convolutional networks on VGG: the paper's three strides, and the tutorial's. */
@NullMarked
package org.vung.nets.model.fcn;

import org.jspecify.annotations.NullMarked;
