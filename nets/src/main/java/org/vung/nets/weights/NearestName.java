package org.vung.nets.weights;

import java.util.Collection;
import java.util.Comparator;

/** The name most like another one, for errors that guess what was meant. */
final class NearestName {

    private NearestName() {}

    /** The name that shares the longest end with the one sought, then the longest beginning; "none" where all is empty. */
    static String to(String sought, Collection<String> names) {
        return names.stream()
                .max(Comparator.comparingInt((String name) -> sameEnd(sought, name) + sameBeginning(sought, name)))
                .orElse("none");
    }

    private static int sameEnd(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private static int sameBeginning(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
