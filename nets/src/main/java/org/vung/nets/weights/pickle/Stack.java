package org.vung.nets.weights.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;

/** The values at work, the marks between them, and the memo of values that come again; all of them bounded. */
final class Stack {

    private static final int MOST_VALUES = 1 << 16;
    private static final int MOST_MARKS = 1000;
    private static final int MOST_MEMO = 1 << 20;

    private final Bytes file;
    private final List<Object> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Long, Object> memo = new HashMap<>();

    Stack(Bytes file) {
        this.file = file;
    }

    void push(Object value) throws WeightFileException {
        if (values.size() == MOST_VALUES) {
            throw file.bad("the pickle's stack must hold at most " + MOST_VALUES
                    + " values, got more; save the state_dict alone");
        }
        values.add(value);
    }

    Object pop() throws WeightFileException {
        peek();
        return values.remove(values.size() - 1);
    }

    Object peek() throws WeightFileException {
        if (values.size() <= floor()) {
            throw file.bad("the pickle takes a value from an empty stack; the file is damaged");
        }
        return values.get(values.size() - 1);
    }

    <T> T peek(Class<T> wanted, String what) throws WeightFileException {
        Object value = peek();
        if (!wanted.isInstance(value)) {
            throw file.bad(what + " must be " + wanted.getSimpleName() + ", got " + Values.describe(value)
                    + "; the file is damaged");
        }
        return wanted.cast(value);
    }

    void mark() throws WeightFileException {
        if (marks.size() == MOST_MARKS) {
            throw file.bad("the pickle must nest at most " + MOST_MARKS + " deep, got more; save the state_dict alone");
        }
        marks.push(values.size());
    }

    /** The values above the last mark, taken off together with it. */
    List<Object> popToMark() throws WeightFileException {
        if (marks.isEmpty()) {
            throw file.bad("the pickle lacks a mark; the file is damaged");
        }
        List<Object> above = values.subList(marks.pop(), values.size());
        List<Object> taken = new ArrayList<>(above);
        above.clear();
        return taken;
    }

    /** The last values, taken off. */
    List<Object> pop(int count) throws WeightFileException {
        List<Object> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(0, pop());
        }
        return taken;
    }

    void remember(long index) throws WeightFileException {
        if (index >= MOST_MEMO) {
            throw file.bad("the pickle's memo must have indexes below " + MOST_MEMO + ", got " + index
                    + "; save the state_dict alone");
        }
        memo.put(index, peek());
    }

    void rememberNext() throws WeightFileException {
        remember(memo.size());
    }

    void recall(long index) throws WeightFileException {
        Object value = memo.get(index);
        if (value == null) {
            throw file.bad("the pickle's memo must hold index " + index + ", got nothing there; the file is damaged");
        }
        push(value);
    }

    private int floor() {
        return marks.isEmpty() ? 0 : marks.peek();
    }
}
