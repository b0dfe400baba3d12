package org.vung.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bands of rows worked on every core. Where the bands begin depends only on the number of rows, never on the number of
 * threads, so work that combines bands in order gives the same answer on any machine.
 */
public final class RowBands {

    private static final int MOST_BANDS = 64;

    private RowBands() {}

    /** Work on rows {@code from} … {@code to} − 1. */
    @FunctionalInterface
    public interface Task {
        /**
         * Works on one band.
         *
         * @param from first row
         * @param to one past the last row
         */
        void run(int from, int to);
    }

    /** Work on rows {@code from} … {@code to} − 1 that answers. */
    @FunctionalInterface
    public interface Question<T> {
        /**
         * Works on one band.
         *
         * @param from first row
         * @param to one past the last row
         * @return the band's answer
         */
        T ask(int from, int to);
    }

    /**
     * Runs a task over all rows; returns when every band is done.
     *
     * @param rows number of rows, at least 0
     * @param task writes only what belongs to its rows
     */
    public static void forEach(int rows, Task task) {
        forEach(rows, 1, task);
    }

    /**
     * Runs a task over all rows in bands of a height that makes up for what a band costs to begin; returns when every band is
     * done.
     *
     * @param rows number of rows, at least 0
     * @param least rows in a band where there are as many, at least 1
     * @param task writes only what belongs to its rows
     */
    public static void forEach(int rows, int least, Task task) {
        int bands = Math.max(1, Math.min(bands(rows), rows / least));
        if (bands == 1) {
            task.run(0, rows);
            return;
        }
        IntStream.range(0, bands)
                .parallel()
                .forEach(band -> task.run(start(rows, bands, band), start(rows, bands, band + 1)));
    }

    /**
     * Asks every band and returns the answers from the top band to the bottom one.
     *
     * @param rows number of rows, at least 0
     * @param question reads freely, writes nothing shared
     * @param <T> the answer of a band
     * @return one answer per band, in order
     */
    public static <T> List<T> map(int rows, Question<T> question) {
        int bands = bands(rows);
        return new ArrayList<>(IntStream.range(0, bands)
                .parallel()
                .mapToObj(band -> question.ask(start(rows, bands, band), start(rows, bands, band + 1)))
                .toList());
    }

    private static int bands(int rows) {
        return Math.max(1, Math.min(MOST_BANDS, rows / 8));
    }

    private static int start(int rows, int bands, int band) {
        return (int) ((long) rows * band / bands);
    }
}
