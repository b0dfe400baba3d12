package org.vung.torch.record.report;

import java.util.Locale;

/** Numbers in short, for people. */
final class Numbers {

    private Numbers() {}

    /** Four digits: 0.2134, 12.50, 1234, 1.2e-05. */
    static String digits(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, size < 10 ? "%.4f" : size < 100 ? "%.2f" : "%.0f", value);
    }

    /** A score 0 … 1 with three decimals. */
    static String score(double score) {
        return Double.isNaN(score) ? "–" : String.format(Locale.ROOT, "%.3f", score);
    }

    /**
     * A share in per cent; what is not all is never shown as 100, what is not nothing never as 0.
     *
     * @param whole above 0
     */
    static String percent(double part, double whole, int decimals) {
        if (part == 0 || part == whole) {
            return part == 0 ? "0" : "100";
        }
        double least = Math.pow(10, -decimals);
        double percent = 100.0 * part / whole;
        String format = "%." + decimals + "f";
        if (percent < least / 2) {
            return "<" + String.format(Locale.ROOT, format, least);
        }
        if (percent >= 100 - least / 2) {
            return ">" + String.format(Locale.ROOT, format, 100 - least);
        }
        return String.format(Locale.ROOT, format, percent);
    }

    /** Three digits and a letter: 31.0 M. */
    static String counted(long number) {
        String[] letters = {"", " k", " M", " G", " T", " P", " E"};
        double rest = number;
        int letter = 0;
        while (rest >= 999.5) {
            rest /= 1000;
            letter++;
        }
        int decimals = letter == 0 || rest >= 99.95 ? 0 : rest >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f%s", rest, letters[letter]);
    }
}
