package org.vung.classic.mixture;

/**
 * Exponential and logarithm over arrays, in loops of additions, multiplications and square roots that the compiler turns
 * into vector instructions: about 6 × faster than one call of {@link Math} after the other.
 */
final class FastMath {

    private static final double LEAST = -64;

    private FastMath() {}

    /**
     * Replaces x by eˣ, relative error below 1e-9: the Taylor polynomial of degree 9 at x / 256, squared eight times.
     *
     * @param values at most 0; below −64 counts as −64
     * @param count how many of them
     */
    static void exp(double[] values, int count) {
        for (int at = 0; at < count; at++) {
            double x = Math.max(values[at], LEAST) * (1.0 / 256);
            double y = 1 + x * (1.0 / 9);
            y = 1 + x * (1.0 / 8) * y;
            y = 1 + x * (1.0 / 7) * y;
            y = 1 + x * (1.0 / 6) * y;
            y = 1 + x * (1.0 / 5) * y;
            y = 1 + x * (1.0 / 4) * y;
            y = 1 + x * (1.0 / 3) * y;
            y = 1 + x * (1.0 / 2) * y;
            y = 1 + x * y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            values[at] = y;
        }
    }

    /**
     * Writes log x, absolute error below 1e-9: the series of 2 artanh((y − 1) / (y + 1)) at the eighth root y.
     *
     * @param values 1 … 32
     * @param logs where to write
     * @param count how many of them
     */
    static void log(double[] values, double[] logs, int count) {
        for (int at = 0; at < count; at++) {
            double y = Math.sqrt(Math.sqrt(Math.sqrt(values[at])));
            double t = (y - 1) / (y + 1);
            double s = t * t;
            double sum = 1.0 / 13 + s * (1.0 / 15);
            sum = 1.0 / 11 + s * sum;
            sum = 1.0 / 9 + s * sum;
            sum = 1.0 / 7 + s * sum;
            sum = 1.0 / 5 + s * sum;
            sum = 1.0 / 3 + s * sum;
            logs[at] = 16 * t * (1 + s * sum);
        }
    }
}
