package org.vung.nets.weights.pickle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.pickle.Values.Tuple;

/** The names a pickle may call. Each builds a value out of values; there are no others. */
enum Callable {
    /** An ordered dict: empty, or of a list of pairs as Python 2 wrote it. */
    ORDERED_DICT("collections.OrderedDict", Callable::dict),
    /** The sizes of a tensor. */
    SIZE("torch.Size", args -> args.tuple(0)),
    /** Where a tensor lay; stays a text. */
    DEVICE("torch.device", args -> args.text(0)),
    /** A set, of Python 3. */
    SET("builtins.set", Callable::set),
    /** A set, of Python 2. */
    OLD_SET("__builtin__.set", Callable::set),
    /** How Python 3 writes bytes for readers of Python 2. */
    ENCODE("_codecs.encode", args -> args.text(0).getBytes(StandardCharsets.ISO_8859_1)),
    /** A tensor, before PyTorch 0.4. */
    TENSOR("torch._utils._rebuild_tensor", Callable::tensor),
    /** A tensor, since PyTorch 0.4: with gradient flag and hooks, which are ignored. */
    TENSOR_2("torch._utils._rebuild_tensor_v2", Callable::tensor),
    /** A trained parameter: its tensor. */
    PARAMETER("torch._utils._rebuild_parameter", args -> args.of(0, StoredTensor.class));

    private static final Map<String, ElementType> STORAGES = Map.of(
            "torch.FloatStorage", ElementType.FLOAT32,
            "torch.DoubleStorage", ElementType.FLOAT64,
            "torch.HalfStorage", ElementType.FLOAT16,
            "torch.BFloat16Storage", ElementType.BFLOAT16,
            "torch.LongStorage", ElementType.INT64,
            "torch.IntStorage", ElementType.INT32,
            "torch.ShortStorage", ElementType.INT16,
            "torch.CharStorage", ElementType.INT8,
            "torch.ByteStorage", ElementType.UINT8,
            "torch.BoolStorage", ElementType.BOOL);

    /** Builds a value. */
    @FunctionalInterface
    private interface Body {
        Object build(Arguments arguments) throws Arguments.Unfit;
    }

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // keeps no state
    private final Body body;

    Callable(String path, Body body) {
        this.path = path;
        this.body = body;
    }

    /** What a name stands for: one of these, or the type of a storage. */
    static Optional<Object> find(String path) {
        for (Callable callable : values()) {
            if (callable.path.equals(path)) {
                return Optional.of(callable);
            }
        }
        return Optional.ofNullable(STORAGES.get(path));
    }

    Object call(Tuple arguments) throws Arguments.Unfit {
        return body.build(new Arguments(arguments.items()));
    }

    private static Object dict(Arguments arguments) throws Arguments.Unfit {
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (arguments.count() > 0) {
            for (Object pair : arguments.list(0)) {
                List<Object> items = Arguments.items(pair);
                if (items.size() != 2) {
                    throw new Arguments.Unfit("pairs", items.size() + " items");
                }
                dict.put(Arguments.key(items.get(0)), items.get(1));
            }
        }
        return dict;
    }

    private static Object set(Arguments arguments) throws Arguments.Unfit {
        LinkedHashSet<Object> set = new LinkedHashSet<>();
        if (arguments.count() > 0) {
            for (Object item : arguments.list(0)) {
                set.add(Arguments.key(item));
            }
        }
        return set;
    }

    private static Object tensor(Arguments arguments) throws Arguments.Unfit {
        return new StoredTensor(
                arguments.of(0, Storage.class), arguments.number(1), arguments.sizes(2), arguments.numbers(3));
    }

    @Override
    public String toString() {
        return path;
    }
}
