package org.vung.nets.weights.pickle;

import java.util.ArrayList;
import java.util.List;
import org.vung.nets.weights.pickle.Values.Tuple;

/** What a call gets, by place and kind. */
record Arguments(List<Object> items) {

    /** An argument of another kind than the call takes. */
    static final class Unfit extends Exception {
        Unfit(String wanted, String got) {
            super("must be " + wanted + ", got " + got);
        }
    }

    int count() {
        return items.size();
    }

    <T> T of(int place, Class<T> wanted) throws Unfit {
        if (place >= items.size()) {
            throw new Unfit("at least " + (place + 1), String.valueOf(items.size()));
        }
        Object item = items.get(place);
        if (!wanted.isInstance(item)) {
            throw new Unfit("a " + wanted.getSimpleName() + " at place " + place, Values.describe(item));
        }
        return wanted.cast(item);
    }

    String text(int place) throws Unfit {
        return of(place, String.class);
    }

    Tuple tuple(int place) throws Unfit {
        return of(place, Tuple.class);
    }

    List<Object> list(int place) throws Unfit {
        return items(of(place, Object.class));
    }

    /** A whole number from 0 on. */
    long number(int place) throws Unfit {
        return number(of(place, Object.class));
    }

    List<Long> numbers(int place) throws Unfit {
        List<Long> numbers = new ArrayList<>();
        for (Object item : tuple(place).items()) {
            numbers.add(number(item));
        }
        return numbers;
    }

    List<Integer> sizes(int place) throws Unfit {
        List<Integer> sizes = new ArrayList<>();
        for (long size : numbers(place)) {
            if (size > Integer.MAX_VALUE) {
                throw new Unfit("sizes below 2^31", String.valueOf(size));
            }
            sizes.add((int) size);
        }
        return sizes;
    }

    /** The values of a list or tuple. */
    static List<Object> items(Object list) throws Unfit {
        if (list instanceof Tuple tuple) {
            return tuple.items();
        } else if (list instanceof List<?> items) {
            return new ArrayList<>(items);
        }
        throw new Unfit("a list or tuple", Values.describe(list));
    }

    /** A value that may be a dict's key or a set's member. */
    static Object key(Object value) throws Unfit {
        if (!Values.canBeKey(value)) {
            throw new Unfit("keys that are texts or numbers", Values.describe(value));
        }
        return value;
    }

    private static long number(Object item) throws Unfit {
        if (item instanceof Long number && number >= 0) {
            return number;
        }
        throw new Unfit("whole numbers from 0 on", Values.describe(item));
    }
}
