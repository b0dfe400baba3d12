package org.vung.cli.judge;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as they are typed. */
final class Spans {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(s|min|h|d)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "min", 60, "h", 3600, "d", 86_400);

    private Spans() {}

    /** Reads {@code 30min}, {@code 1.5h}, {@code 45s} or {@code 2d}. */
    static Duration parse(String option, String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (parts.matches()) {
            Duration span = hours(Double.parseDouble(parts.group(1)) * SECONDS.getOrDefault(parts.group(2), 1) / 3600);
            if (!span.isZero()) {
                return span;
            }
        }
        throw new IllegalArgumentException(
                option + " must be a time above 0 in s, min, h or d, such as 30min, got '" + text + "'");
    }

    static Duration hours(double hours) {
        return Duration.ofNanos(Math.round(hours * 3600 * 1e9));
    }
}
