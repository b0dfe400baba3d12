package org.vung.nets.weights.pickle;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vung.nets.weights.ElementType;

/**
 * What a pickle's values are here: dict is a {@code LinkedHashMap}, list an {@code ArrayList}, tuple a {@code Tuple},
 * set a {@code LinkedHashSet}, a tensor a {@link StoredTensor}; str, bytes, int, float and bool are {@code String}, {@code byte[]}, {@code Long} or
 * {@code BigInteger}, {@code Double} and {@code Boolean}.
 */
public final class Values {

    private Values() {}

    /** Python's None. */
    enum None {
        /** The only one. */
        NONE
    }

    /**
     * Python's tuple.
     *
     * @param items its values
     */
    record Tuple(List<Object> items) {}

    /** Dict keys and set members: only values that hash in one step, whatever a hostile file has nested. */
    static boolean canBeKey(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof BigInteger
                || value == None.NONE;
    }

    /**
     * What a value is, in a few words; never its content, which may be endless.
     *
     * @param value of a pickle
     * @return "a dict", "a tuple", or the number itself
     */
    public static String describe(Object value) {
        if (value instanceof Map) {
            return "a dict";
        } else if (value instanceof Tuple) {
            return "a tuple";
        } else if (value instanceof Collection) {
            return "a list or set";
        } else if (value instanceof StoredTensor || value instanceof Storage) {
            return "a tensor or storage";
        } else if (value instanceof Callable call) {
            return "the name " + call;
        } else if (value instanceof ElementType type) {
            return "the storage type " + type;
        } else if (value instanceof Number || value instanceof Boolean || value == None.NONE) {
            return String.valueOf(value).toLowerCase(Locale.ROOT);
        }
        return value instanceof byte[] ? "bytes" : "a text";
    }
}
