package org.vung.nets.weights.pickle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.pickle.Values.None;
import org.vung.nets.weights.pickle.Values.Tuple;

/** Runs a pickle as far as it only builds values; see {@link Opcode} and {@link Callable} for all it can do. */
public final class Unpickler {

    private static final int MOST_INSTRUCTIONS = 4_000_000;

    private final Cursor in;
    private final Stack stack;
    private final Map<String, Storage> storages;
    private @Nullable Object result;

    private Unpickler(Cursor in, Map<String, Storage> storages) {
        this.in = in;
        this.stack = new Stack(in.bytes());
        this.storages = storages;
    }

    /**
     * The value of a pickle.
     *
     * @param in at its first byte; stands behind it afterwards
     * @return the value, see {@link Values}
     * @throws WeightFileException if the pickle is damaged, too large, or asks for more than building values
     */
    public static Object load(Cursor in) throws WeightFileException {
        return load(in, new HashMap<>());
    }

    /**
     * The value of a pickle that speaks of storages.
     *
     * @param in at its first byte; stands behind it afterwards
     * @param storages receives every storage the pickle speaks of, by key
     * @return the value, see {@link Values}
     * @throws WeightFileException if the pickle is damaged, too large, or asks for more than building values
     */
    public static Object load(Cursor in, Map<String, Storage> storages) throws WeightFileException {
        return new Unpickler(in, storages).run();
    }

    private Object run() throws WeightFileException {
        for (int count = 0; count < MOST_INSTRUCTIONS; count++) {
            long place = in.position();
            int code = in.u8();
            Opcode opcode = Opcode.of(code);
            if (opcode == null || (count == 0) != (opcode == Opcode.PROTO)) {
                throw bad("a pickle must begin with its protocol, 2 to 5, and have known instructions, got "
                        + (opcode == null ? "byte " + code : opcode) + " at byte " + place
                        + "; the file is damaged, or from before Python 2.3");
            }
            opcode.run(this);
            if (result != null) {
                return result;
            }
        }
        throw bad("a pickle must have at most " + MOST_INSTRUCTIONS
                + " instructions, got more; save the state_dict alone");
    }

    Cursor in() {
        return in;
    }

    Stack stack() {
        return stack;
    }

    void push(Object value) throws WeightFileException {
        stack.push(value);
    }

    void protocol() throws WeightFileException {
        int protocol = in.u8();
        if (protocol < 2 || protocol > 5) {
            throw bad("a pickle's protocol must be 2 to 5, got " + protocol + "; save the file with torch.save anew");
        }
    }

    void stop() throws WeightFileException {
        result = stack.pop();
    }

    void tuple(int count) throws WeightFileException {
        push(new Tuple(stack.pop(count)));
    }

    @SuppressWarnings("unchecked") // lists are only made here, of objects
    void append(List<Object> items) throws WeightFileException {
        ((List<Object>) stack.peek(List.class, "what is appended to")).addAll(items);
    }

    @SuppressWarnings("unchecked") // sets are only made here, of objects
    void add(List<Object> items) throws WeightFileException {
        Set<Object> set = (Set<Object>) stack.peek(Set.class, "what is added to");
        for (Object item : items) {
            set.add(key(item));
        }
    }

    @SuppressWarnings("unchecked") // maps are only made here, of objects
    void put(List<Object> pairs) throws WeightFileException {
        Map<Object, Object> dict = (Map<Object, Object>) stack.peek(Map.class, "what is put into");
        if (pairs.size() % 2 != 0) {
            throw bad("a dict must have as many values as keys, got " + pairs.size() + " together; it is damaged");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.put(key(pairs.get(i)), pairs.get(i + 1));
        }
    }

    void global(String module, String name) throws WeightFileException {
        String path = module + "." + name;
        push(Callable.find(path).orElseThrow(() -> refused("names " + path)));
    }

    void stackGlobal() throws WeightFileException {
        String name = stack.peek(String.class, "a name");
        stack.pop();
        String module = stack.peek(String.class, "a module");
        stack.pop();
        global(module, name);
    }

    void reduce() throws WeightFileException {
        Tuple arguments = stack.peek(Tuple.class, "what is called with");
        stack.pop();
        Object called = stack.pop();
        if (!(called instanceof Callable callable)) {
            throw refused("calls " + Values.describe(called) + " (REDUCE)");
        }
        try {
            push(callable.call(arguments));
        } catch (Arguments.Unfit unfit) {
            throw bad("arguments of " + callable + " " + unfit.getMessage() + "; the file is damaged");
        }
    }

    /** PyTorch hangs the versions of the modules, {@code _metadata}, on the dict of weights; no other object has a state. */
    void build() throws WeightFileException {
        Object state = stack.pop();
        if (!(stack.peek() instanceof Map && (state instanceof Map || state == None.NONE))) {
            throw refused("sets the state of " + Values.describe(stack.peek()) + " (BUILD)");
        }
    }

    void storage() throws WeightFileException {
        Object id = stack.pop();
        try {
            Arguments parts = new Arguments(Arguments.items(id));
            if (!parts.text(0).equals("storage")) {
                throw refused("holds a saved " + parts.text(0));
            }
            Storage storage = storage(parts);
            Storage first = storages.putIfAbsent(storage.key(), storage);
            if (first != null && (first.type() != storage.type() || first.numbers() != storage.numbers())) {
                throw bad("storage " + storage.key() + " must always be " + first.numbers() + " of "
                        + first.type() + ", got " + storage.numbers() + " of " + storage.type()
                        + "; the file is damaged");
            }
            push(storage);
        } catch (Arguments.Unfit unfit) {
            throw bad("the description of a storage " + unfit.getMessage() + "; the file is damaged");
        }
    }

    private static Storage storage(Arguments parts) throws Arguments.Unfit {
        ElementType type = parts.of(1, ElementType.class);
        long numbers = parts.number(4);
        if (parts.count() < 6 || parts.items().get(5) == None.NONE) {
            return new Storage(parts.text(2), type, numbers, 0, numbers);
        }
        Arguments view = new Arguments(parts.tuple(5).items());
        return new Storage(parts.text(2), type, numbers, view.number(1), view.number(2));
    }

    /** An instruction that makes objects of classes, none of which weights are made of. */
    WeightFileException construction(String opcode, String what) {
        return refused("makes " + what + " (" + opcode + ")");
    }

    private Object key(Object value) throws WeightFileException {
        try {
            return Arguments.key(value);
        } catch (Arguments.Unfit unfit) {
            throw bad("a dict or set " + unfit.getMessage() + "; save the state_dict alone");
        }
    }

    private WeightFileException refused(String act) {
        return bad("it " + act + ", which weights never need; nothing was run. If the file is yours, save"
                + " model.state_dict() alone, else do not trust it");
    }

    private WeightFileException bad(String problem) {
        return in.bytes().bad(problem);
    }
}
