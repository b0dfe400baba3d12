package org.vung.torch.record;

import java.time.Duration;

/** How long something takes, in words. */
public final class TimeSpan {

    private TimeSpan() {}

    /**
     * The two largest units.
     *
     * @param time at least 0
     * @return such as {@code 0.4 s}, {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}, {@code 4 d 7 h}
     */
    public static String words(Duration time) {
        long seconds = (time.toMillis() + 500) / 1000;
        if (time.toMillis() < 1000) {
            return "0." + time.toMillis() / 100 + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 24 * 60) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        long hours = (minutes + 30) / 60;
        return hours / 24 + " d " + hours % 24 + " h";
    }
}
