package org.vung.torch.record.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis from one value to another with round marks between.
 *
 * @param from at its beginning
 * @param to at its end, above {@code from}
 * @param logarithmic whether equal ways are equal factors; both ends are then above 0
 * @param step between marks of a linear axis
 */
record Axis(double from, double to, boolean logarithmic, double step) {

    private static final int MARKS = 5;
    private static final String[] LETTERS = {"", "k", "M", "G", "T"};

    /** An axis that ends where the values do. */
    static Axis exact(double least, double most) {
        double[] range = widened(least, most);
        return new Axis(range[0], range[1], false, step(range[1] - range[0]));
    }

    /** An axis that ends at the marks around the values. */
    static Axis round(double least, double most) {
        double[] range = widened(least, most);
        double step = step(range[1] - range[0]);
        return new Axis(
                Math.floor(range[0] / step + 1e-6) * step, Math.ceil(range[1] / step - 1e-6) * step, false, step);
    }

    /** A logarithmic axis around values above 0. */
    static Axis logarithmic(double least, double most) {
        double margin = most > least ? Math.pow(most / least, 0.04) : 3;
        return new Axis(least / margin, most * margin, true, 0);
    }

    /** One value alone stands in the middle. */
    private static double[] widened(double least, double most) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        if (most - least > 1e-9 * size) {
            return new double[] {least, most};
        }
        return size == 0 ? new double[] {0, 1} : new double[] {least - size / 2, most + size / 2};
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double range) {
        double rough = range / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }

    /** Where a value lies, 0 at the beginning, 1 at the end. */
    double place(double value) {
        return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    /** Values to mark, rising. */
    List<Double> marks() {
        return logarithmic ? powers() : multiples();
    }

    private List<Double> multiples() {
        List<Double> marks = new ArrayList<>();
        double first = Math.ceil(from / step - 1e-6);
        for (int i = 0; (first + i) * step <= to + 1e-6 * step; i++) {
            marks.add((first + i) * step);
        }
        return marks;
    }

    private List<Double> powers() {
        int low = (int) Math.floor(Math.log10(from));
        int high = (int) Math.ceil(Math.log10(to));
        int every = Math.max(1, (high - low + 6) / 8);
        double[] digits = Math.log10(to / from) > 2.5 ? new double[] {1} : new double[] {1, 2, 5};
        List<Double> marks = new ArrayList<>();
        for (int power = low; power <= high; power++) {
            for (double digit : digits) {
                double mark = digit * Math.pow(10, power);
                if (Math.floorMod(power, every) == 0 && mark >= from && mark <= to) {
                    marks.add(mark);
                }
            }
        }
        return marks;
    }

    /** A mark in short; all marks of a linear axis in one unit. */
    String label(double mark) {
        if (mark == 0) {
            return "0";
        }
        double finest = logarithmic ? Math.pow(10, Math.floor(Math.log10(mark))) : step;
        double largest = logarithmic ? mark : Math.max(Math.abs(from), Math.abs(to));
        if (largest >= 1e15 || finest < (logarithmic ? 0.9e-3 : 0.9e-4)) {
            return String.format(Locale.ROOT, "%.1e", mark).replace(".0e", "e").replaceAll("e([+-])0?", "e$1");
        }
        int letter = 0;
        double unit = 1;
        while (letter < LETTERS.length - 1 && largest >= (letter == 0 ? 10_000 : 1000) * unit && finest >= unit * 10) {
            letter++;
            unit *= 1000;
        }
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(finest / unit) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", mark / unit) + LETTERS[letter];
    }
}
