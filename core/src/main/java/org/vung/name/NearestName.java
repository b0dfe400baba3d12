package org.vung.name;

import java.util.List;

/** The known name nearest to a mistyped one, by Levenshtein distance. */
public final class NearestName {

    private NearestName() {}

    /**
     * The end of a message about a name that is not known.
     *
     * @param given what was typed
     * @param known the names there are
     * @return {@code ; did you mean 'slic'?}, or nothing where none is near
     */
    public static String hint(String given, List<String> known) {
        String best = "";
        int least = Math.max(2, given.length() / 2) + 1;
        for (String name : known) {
            int distance = distance(given, name);
            if (distance < least || (distance == least && prefix(given, name) > prefix(given, best))) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
    }

    /** How many letters two names begin alike with; decides between names that are equally near. */
    private static int prefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
