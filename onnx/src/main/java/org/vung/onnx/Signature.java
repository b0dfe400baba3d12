package org.vung.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** What a model takes and gives, checked against what can be run here: one float image in, numbers out. */
final class Signature {

    private static final Set<OnnxJavaType> NUMBERS = EnumSet.of(
            OnnxJavaType.FLOAT,
            OnnxJavaType.FLOAT16,
            OnnxJavaType.BFLOAT16,
            OnnxJavaType.DOUBLE,
            OnnxJavaType.INT64,
            OnnxJavaType.INT32,
            OnnxJavaType.UINT8,
            OnnxJavaType.INT8,
            OnnxJavaType.BOOL);

    private final Path file;

    Signature(Path file) {
        this.file = file;
    }

    ImageInput input(Map<String, NodeInfo> inputs) throws OnnxException {
        if (inputs.size() != 1) {
            throw new OnnxException(
                    file,
                    "it must take one image, got " + inputs.size() + " inputs " + inputs.keySet(),
                    "export it with the others fixed");
        }
        NodeInfo input = inputs.values().iterator().next();
        if (!(input.getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.FLOAT
                || tensor.getShape().length != 4) {
            throw new OnnxException(
                    file,
                    "input '" + input.getName() + "' must be float32 of 4 dimensions, got " + input.getInfo(),
                    "export it for a batch of float32 images");
        }
        return ImageInput.of(input.getName(), tensor.getShape());
    }

    /** Answers that are arrays of numbers; sequences, maps and texts are left out. */
    Map<String, List<Integer>> outputs(Map<String, NodeInfo> outputs) throws OnnxException {
        Map<String, List<Integer>> arrays = new LinkedHashMap<>();
        outputs.forEach((name, output) -> {
            if (output.getInfo() instanceof TensorInfo tensor && NUMBERS.contains(tensor.type)) {
                arrays.put(name, dimensions(tensor));
            }
        });
        if (arrays.isEmpty()) {
            throw new OnnxException(
                    file,
                    "it must give an array of numbers, got " + outputs.keySet(),
                    "export it with its scores as output");
        }
        return Collections.unmodifiableMap(arrays);
    }

    private static List<Integer> dimensions(TensorInfo tensor) {
        return new ArrayList<>(LongStream.of(tensor.getShape())
                .mapToInt(Math::toIntExact)
                .boxed()
                .toList());
    }
}
