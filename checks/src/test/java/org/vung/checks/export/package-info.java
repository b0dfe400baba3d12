/** Networks as .onnx files on ONNX Runtime, beside themselves on libtorch. */
@NullMarked
package org.vung.checks.export;

import org.jspecify.annotations.NullMarked;
