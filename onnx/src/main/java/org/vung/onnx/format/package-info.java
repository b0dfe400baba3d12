/** The .onnx file format: protobuf's tags, varints and lengths, and ONNX's nodes, arrays and values in them. Knows no layers. */
@NullMarked
package org.vung.onnx.format;

import org.jspecify.annotations.NullMarked;
