package org.vung.nets.weights.safetensors;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vung.nets.weights.ElementType;

/** What the format calls the types of numbers. */
final class TypeNames {

    private static final Map<ElementType, String> NAMES = new EnumMap<>(Map.of(
            ElementType.FLOAT32, "F32",
            ElementType.FLOAT64, "F64",
            ElementType.FLOAT16, "F16",
            ElementType.BFLOAT16, "BF16",
            ElementType.INT64, "I64",
            ElementType.INT32, "I32",
            ElementType.INT16, "I16",
            ElementType.INT8, "I8",
            ElementType.UINT8, "U8",
            ElementType.BOOL, "BOOL"));

    private TypeNames() {}

    /** The format's name of a type. */
    static String of(ElementType type) {
        return NAMES.getOrDefault(type, type.name());
    }

    /** The type of a name, if it is one we read. */
    static Optional<ElementType> find(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All names, for errors. */
    static String known() {
        return String.join(", ", NAMES.values());
    }
}
