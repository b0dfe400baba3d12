package org.vung.data.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a conversion changed or could not keep, counted by kind. */
public final class Notes {

    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** None so far. */
    public Notes() {}

    private static final class Count {
        private long number;
        private String first = "";
    }

    /**
     * Notes something.
     *
     * @param what happened, in words that fit many: {@code crowds are written as single objects}
     * @param item where
     * @param number how often there; 0 notes nothing
     */
    public void add(String what, String item, long number) {
        if (number > 0) {
            Count count = counts.computeIfAbsent(what, name -> new Count());
            if (count.number == 0) {
                count.first = item;
            }
            count.number += number;
        }
    }

    /**
     * The notes as people read them.
     *
     * @return a line per kind, with how often and where first
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((what, count) ->
                lines.add(what + ": " + count.number + (count.first.isEmpty() ? "" : ", first in " + count.first)));
        return lines;
    }
}
