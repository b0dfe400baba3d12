package org.vung.torch.train.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vung.name.NearestName;

/** Keys and values of one part of a plan; remembers which were asked for. */
final class Section {

    /** Letters of what was got that an error shows. */
    private static final int SHOWN = 60;

    private final String name;
    private final Map<String, Object> values;
    private final List<String> known = new ArrayList<>();

    private Section(String name, Map<String, Object> values) {
        this.name = name;
        this.values = values;
    }

    static Section of(String name, @Nullable Object content) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (content instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    values.put(String.valueOf(key), value);
                }
            });
        } else if (content != null) {
            throw new IllegalArgumentException(
                    name + " must be keys and values, got '" + line(content.toString(), SHOWN) + "'");
        }
        return new Section(name, values);
    }

    /** Puts a value where {@code section.key} says. */
    void put(String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            values.remove(path);
            if (value != null) {
                values.put(path, value);
            }
            return;
        }
        Section inner = of(path.substring(0, dot), values.get(path.substring(0, dot)));
        inner.put(path.substring(dot + 1), value);
        values.put(path.substring(0, dot), inner.values);
    }

    private @Nullable Object take(String key) {
        known.add(key);
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Section section(String key) {
        return of(key, take(key));
    }

    String text(String key, String usual) {
        Object value = take(key);
        if (value instanceof Map || value instanceof List) {
            throw wrong(key, "a text", value);
        }
        return value == null ? usual : value.toString();
    }

    boolean flag(String key, boolean usual) {
        Object value = take(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false", value);
    }

    double number(String key, double usual) {
        Object value = take(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(key, "a number", value);
    }

    long whole(String key, long usual) {
        Object value = take(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw wrong(key, "a whole number", value);
    }

    int integer(String key, int usual) {
        long number = whole(key, usual);
        if (number != (int) number) {
            throw wrong(key, "a whole number of at most " + Integer.MAX_VALUE, number);
        }
        return (int) number;
    }

    <E extends Enum<E>> E choice(String key, E usual) {
        String text = text(key, usual.name());
        E[] all = usual.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(key, "one of " + Arrays.toString(all).toLowerCase(Locale.ROOT), text));
    }

    List<String> texts(String key) {
        return list(key).stream().map(Object::toString).toList();
    }

    List<Double> numbers(String key) {
        return list(key).stream()
                .map(item -> {
                    if (item instanceof Number number) {
                        return number.doubleValue();
                    }
                    throw wrong(key, "a list of numbers", item);
                })
                .toList();
    }

    private List<?> list(String key) {
        Object value = take(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().noneMatch(item -> item == null)) {
            return list;
        }
        throw wrong(key, "a list in [ ]", value);
    }

    void checkAllRead() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(name + " must not have the key '" + line(key, SHOWN) + "'; it takes "
                        + known + NearestName.hint(key, known));
            }
        }
    }

    /** A text as one line of at most so many letters. */
    static String line(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }

    private IllegalArgumentException wrong(String key, String must, Object got) {
        return new IllegalArgumentException(
                name + "." + key + " must be " + must + ", got '" + line(got.toString(), SHOWN) + "'");
    }
}
