package org.vung.checks.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The resident memory of this process over many runs of something: a line is fitted through the second half of the samples, and its
 * slope must stay below a bound. Linux only.
 */
final class Resident {

    private static final int SAMPLES = 100;

    private final String what;
    private final int runs;
    private final double bound;
    private final int each;
    private final List<Double> samples = new ArrayList<>();
    private int done;

    /**
     * Begins.
     *
     * @param what is run, for the line that tells of it
     * @param runs in all
     * @param bound most megabytes per thousand runs
     */
    Resident(String what, int runs, double bound) {
        this.what = what;
        this.runs = runs;
        this.bound = bound;
        this.each = Math.max(1, runs / SAMPLES);
    }

    /** One run is done. */
    void tick() {
        done++;
        if (done % each == 0) {
            System.gc(); // mapped files are given back with their buffers
            samples.add(now());
        }
    }

    /** Tells what was seen; whether the bound holds. */
    boolean holds() {
        List<Double> half = samples.subList(samples.size() / 2, samples.size());
        double slope = slope(half) * 1000 / each;
        boolean holds = slope <= bound;
        System.out.printf(
                Locale.ROOT,
                "%s %,d %s: %.0f MB after %d, %.0f MB at the end, %+.3f MB per 1,000 over the second half, at most %.0f%n",
                holds ? "ok  " : "MISS",
                runs,
                what,
                samples.get(0),
                each,
                samples.get(samples.size() - 1),
                slope,
                bound);
        return holds;
    }

    /**
     * The slope of the line with the least squares of errors.
     *
     * @param values at 0, 1, 2 …, at least two
     * @return change from one to the next
     */
    static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            products += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }

    /** In megabytes of a million bytes. */
    private static double now() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        throw new IllegalStateException("/proc/self/status must tell VmRSS; this check runs on Linux only");
    }
}
