package org.vung.measure;

import java.util.Arrays;
import java.util.List;
import org.vung.grid.RowBands;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;

/**
 * The pixels of every label as runs within rows, sorted by label, then row, then column, so that whatever is asked of one
 * label reads its own pixels alone. Runs of a label never touch within a row. Immutable.
 */
public final class LabelRuns {

    private final Size size;
    /** Place of every label's first run [count + 1]. */
    private final int[] places;

    private final int[] rows;
    private final int[] starts;
    private final int[] ends;

    private LabelRuns(Size size, int[] places) {
        this.size = size;
        this.places = places;
        int runs = places[places.length - 1];
        rows = new int[runs];
        starts = new int[runs];
        ends = new int[runs];
    }

    /**
     * Sorts the runs of a label map.
     *
     * @param labels a region per pixel
     * @return the runs of all labels; 12 bytes a run
     */
    public static LabelRuns of(LabelMap labels) {
        int[] names = labels.sharedLabels();
        int width = labels.size().width();
        List<int[]> bands = RowBands.map(labels.size().height(), (from, to) -> firstPixels(names, width, from, to));
        int[] places = new int[labels.count() + 1];
        for (int[] firsts : bands) {
            for (int pixel : firsts) {
                places[names[pixel] + 1]++;
            }
        }
        Arrays.parallelPrefix(places, Integer::sum);
        LabelRuns runs = new LabelRuns(labels.size(), places);
        runs.sort(bands, names);
        return runs;
    }

    /** Of all runs in rows {@code from} … {@code to} − 1. */
    private static int[] firstPixels(int[] names, int width, int from, int to) {
        int[] firsts = new int[Math.max(16, (to - from) * width / 16)];
        int runs = 0;
        for (int row = from; row < to; row++) {
            for (int pixel = row * width, end = pixel + width; pixel < end; pixel++) {
                if (pixel == end - width || names[pixel] != names[pixel - 1]) {
                    if (runs == firsts.length) {
                        firsts = Arrays.copyOf(firsts, 2 * runs);
                    }
                    firsts[runs++] = pixel;
                }
            }
        }
        return Arrays.copyOf(firsts, runs);
    }

    /** Runs cover the image without a gap: each ends where the next begins, or with its row. */
    private void sort(List<int[]> bands, int[] names) {
        int width = size.width();
        int[] next = places.clone();
        int last = 0;
        int row = -1;
        for (int[] firsts : bands) {
            for (int pixel : firsts) {
                if (pixel == (row + 1) * width) {
                    ends[last] = width;
                    row++;
                } else {
                    ends[last] = pixel - row * width;
                }
                last = next[names[pixel]]++;
                rows[last] = row;
                starts[last] = pixel - row * width;
            }
        }
        ends[last] = width;
    }

    /**
     * Height and width of the label map.
     *
     * @return the size in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * One more than the largest label.
     *
     * @return the number of labels, at least 1
     */
    public int count() {
        return places.length - 1;
    }

    /**
     * Whether a label has no pixel.
     *
     * @param label 0 … count − 1
     * @return true without a run
     */
    public boolean isEmpty(int label) {
        return places[label] == places[label + 1];
    }

    /**
     * The place of a label's first run.
     *
     * @param label 0 … count − 1
     * @return its runs are {@code from(label)} … {@code to(label)} − 1
     */
    public int from(int label) {
        return places[label];
    }

    /**
     * One past the place of a label's last run.
     *
     * @param label 0 … count − 1
     * @return its runs are {@code from(label)} … {@code to(label)} − 1
     */
    public int to(int label) {
        return places[label + 1];
    }

    /**
     * The row of a run.
     *
     * @param run its place
     * @return 0 … height − 1
     */
    public int row(int run) {
        return rows[run];
    }

    /**
     * The first column of a run.
     *
     * @param run its place
     * @return 0 … width − 1
     */
    public int start(int run) {
        return starts[run];
    }

    /**
     * The column after a run's last.
     *
     * @param run its place
     * @return 1 … width
     */
    public int end(int run) {
        return ends[run];
    }

    /**
     * Pixels of a run.
     *
     * @param run its place
     * @return at least 1
     */
    public int length(int run) {
        return ends[run] - starts[run];
    }

    /**
     * Pixels of a label.
     *
     * @param label 0 … count − 1
     * @return 0 without a run
     */
    public int area(int label) {
        int area = 0;
        for (int run = from(label); run < to(label); run++) {
            area += ends[run] - starts[run];
        }
        return area;
    }

    /**
     * The smallest upright rectangle around a label.
     *
     * @param label 0 … count − 1, with pixels
     * @return the box
     * @throws IllegalArgumentException if the label has no pixel
     */
    public Box box(int label) {
        if (isEmpty(label)) {
            throw new IllegalArgumentException("label must have pixels, got " + label + ", which has none");
        }
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int run = from(label); run < to(label); run++) {
            left = Math.min(left, starts[run]);
            right = Math.max(right, ends[run]);
        }
        int top = row(from(label));
        return new Box(top, left, row(to(label) - 1) - top + 1, right - left);
    }
}
