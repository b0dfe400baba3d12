/** .onnx files as segmenters. */
@NullMarked
package org.vung.onnx.segment;

import org.jspecify.annotations.NullMarked;
