/**
 * Networks as .onnx files: {@link org.vung.onnx.OnnxExport} writes a graph, {@link org.vung.onnx.OnnxModel} runs any file of the
 * kind on ONNX Runtime.
 *
 * <p>Writing needs no native code; the runtime is unpacked and loaded when the first model is opened.
 */
@NullMarked
package org.vung.onnx;

import org.jspecify.annotations.NullMarked;
