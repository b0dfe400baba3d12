package org.vung.mask;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.vung.image.Size;
import org.vung.label.Box;

/**
 * The pixels of one object as COCO stores them: the image read column by column from the top, as the lengths of its runs, outside
 * and inside by turns and outside first. Immutable.
 */
public final class RunLengths {

    private final Size size;
    /** Only the first may be 0. */
    private final int[] counts;

    private RunLengths(Size size, int[] counts) {
        this.size = size;
        this.counts = counts;
    }

    /** One unbroken stretch of inside pixels within a column. */
    @FunctionalInterface
    public interface Stretch {
        /**
         * Takes a stretch.
         *
         * @param column of the stretch
         * @param row its uppermost pixel
         * @param length pixels downwards, at least 1
         */
        void accept(int column, int row, int length);
    }

    /**
     * Run lengths as they are stored; runs of length 0 are joined away.
     *
     * @param size of the image
     * @param counts outside, inside, outside …; at least 0 each; their sum is the number of pixels
     * @return the mask
     * @throws IllegalArgumentException if they do not fill the image exactly
     */
    public static RunLengths of(Size size, int[] counts) {
        int[] joined = new int[counts.length + 1];
        int length = 1;
        long sum = 0;
        for (int run = 0; run < counts.length; run++) {
            if (counts[run] < 0) {
                throw new IllegalArgumentException(
                        "run lengths must be at least 0, got " + counts[run] + " at place " + run);
            }
            sum += counts[run];
            boolean inside = run % 2 == 1;
            if (counts[run] > 0 && inside == (length % 2 == 1)) {
                length++;
            }
            joined[length - 1] += counts[run];
        }
        if (sum != size.pixels()) {
            throw new IllegalArgumentException("run lengths must add up to the " + size.pixels() + " pixels of " + size
                    + ", got " + sum + "; the mask is of another image or damaged");
        }
        return new RunLengths(size, Arrays.copyOf(joined, length));
    }

    /**
     * A mask of no pixel.
     *
     * @param size of the image
     * @return the mask
     */
    public static RunLengths empty(Size size) {
        return new RunLengths(size, new int[] {size.pixels()});
    }

    /**
     * A mask of pixels.
     *
     * @param size of the image
     * @param inside row by row [height · width]
     * @return the mask
     */
    public static RunLengths of(Size size, boolean[] inside) {
        if (inside.length != size.pixels()) {
            throw new IllegalArgumentException("pixels must fill " + size + ", got " + inside.length);
        }
        Runs runs = new Runs(size);
        for (int column = 0; column < size.width(); column++) {
            for (int pixel = column; pixel < inside.length; pixel += size.width()) {
                runs.add(inside[pixel]);
            }
        }
        return runs.mask();
    }

    /**
     * A mask from COCO's compressed text.
     *
     * @param size of the image
     * @param text five bits a letter, from '0' on; every count from the fourth on is stored less the last but one before it
     * @return the mask
     * @throws IllegalArgumentException if the text is damaged or of another image
     */
    public static RunLengths parse(Size size, String text) {
        return of(size, CountText.parse(text));
    }

    /**
     * The mask as COCO's compressed text.
     *
     * @return letters '0' … 'o'
     */
    public String text() {
        return CountText.of(counts);
    }

    /**
     * Size of the image.
     *
     * @return height and width
     */
    public Size size() {
        return size;
    }

    /**
     * The run lengths.
     *
     * @return outside, inside, outside …; only the first may be 0
     */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * Inside pixels.
     *
     * @return 0 … pixels of the image
     */
    public int area() {
        int area = 0;
        for (int run = 1; run < counts.length; run += 2) {
            area += counts[run];
        }
        return area;
    }

    /**
     * The least rectangle around the mask.
     *
     * @return empty where the mask is
     */
    public Optional<Box> box() {
        int[] edge = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
        forEach((column, row, length) -> {
            edge[0] = Math.min(edge[0], row);
            edge[1] = Math.min(edge[1], column);
            edge[2] = Math.max(edge[2], row + length);
            edge[3] = Math.max(edge[3], column + 1);
        });
        return edge[2] < 0
                ? Optional.empty()
                : Optional.of(new Box(edge[0], edge[1], edge[2] - edge[0], edge[3] - edge[1]));
    }

    /**
     * Visits the inside pixels, column by column.
     *
     * @param stretch called once per unbroken stretch of a column
     */
    public void forEach(Stretch stretch) {
        int height = size.height();
        int at = 0;
        for (int run = 0; run < counts.length; run++) {
            int end = at + counts[run];
            while (run % 2 == 1 && at < end) {
                int row = at % height;
                int length = Math.min(end - at, height - row);
                stretch.accept(at / height, row, length);
                at += length;
            }
            at = end;
        }
    }

    /**
     * Visits the inside pixels one by one, column by column.
     *
     * @param visit called with row · width + column
     */
    public void forEachPixel(IntConsumer visit) {
        forEach((column, row, length) -> {
            for (int pixel = size.index(row, column); length > 0; length--, pixel += size.width()) {
                visit.accept(pixel);
            }
        });
    }

    /**
     * The inside pixels that lie in a rectangle.
     *
     * @param box may reach beyond the image
     * @return 0 … {@link #area()}
     */
    public int areaWithin(Box box) {
        int[] area = {0};
        forEach((column, row, length) -> {
            if (column >= box.column() && column - box.column() < box.width()) {
                int from = Math.max(row, box.row());
                int to = Math.min(row + length, box.row() + box.height());
                area[0] += Math.max(0, to - from);
            }
        });
        return area[0];
    }

    /**
     * The mask in the frame of a larger image, of which its own is a part.
     *
     * @param frame size of the larger image
     * @param top its row that is the first of the part
     * @param left its column that is the first of the part
     * @return a new mask, outside wherever the part is not
     * @throws IllegalArgumentException if the part does not lie within the frame
     */
    public RunLengths within(Size frame, int top, int left) {
        if (top < 0 || left < 0 || top > frame.height() - size.height() || left > frame.width() - size.width()) {
            throw new IllegalArgumentException(
                    "a part of " + size + " must lie within " + frame + ", got its corner at " + top + ", " + left);
        }
        Runs runs = new Runs(frame);
        int[] end = {0};
        forEach((column, row, length) -> {
            int start = (left + column) * frame.height() + top + row;
            runs.add(false, start - end[0]);
            runs.add(true, length);
            end[0] = start + length;
        });
        runs.add(false, frame.pixels() - end[0]);
        return runs.mask();
    }

    /**
     * The inside pixels.
     *
     * @return row by row [height · width]
     */
    public boolean[] pixels() {
        boolean[] inside = new boolean[size.pixels()];
        forEachPixel(pixel -> inside[pixel] = true);
        return inside;
    }

    /**
     * Writes a number at every inside pixel.
     *
     * @param values row by row [height · width]
     * @param value written where the mask is
     */
    public void paint(int[] values, int value) {
        if (values.length != size.pixels()) {
            throw new IllegalArgumentException("values must fill " + size + ", got " + values.length);
        }
        forEachPixel(pixel -> values[pixel] = value);
    }

    /**
     * Pixels inside either.
     *
     * @param other of the same image
     * @return a new mask
     */
    public RunLengths or(RunLengths other) {
        return merged(other, (one, two) -> one || two);
    }

    /**
     * Pixels inside both.
     *
     * @param other of the same image
     * @return a new mask
     */
    public RunLengths and(RunLengths other) {
        return merged(other, (one, two) -> one && two);
    }

    /**
     * Pixels of this mask that are outside the other.
     *
     * @param other of the same image
     * @return a new mask
     */
    public RunLengths without(RunLengths other) {
        return merged(other, (one, two) -> one && !two);
    }

    /**
     * How many pixels two masks share.
     *
     * @param other of the same image
     * @return at least 0
     */
    public int intersection(RunLengths other) {
        return and(other).area();
    }

    /**
     * Intersection over union, as COCO takes it.
     *
     * @param truth of the same image
     * @param crowd whether the truth is a crowd: then a mask inside it is right in full, and its own area stands for the union
     * @return 0 … 1; 0 where both are empty
     */
    public double iou(RunLengths truth, boolean crowd) {
        double shared = intersection(truth);
        double union = crowd ? area() : (double) area() + truth.area() - shared;
        return union == 0 ? 0 : shared / union;
    }

    @FunctionalInterface
    private interface Rule {
        boolean inside(boolean one, boolean two);
    }

    private RunLengths merged(RunLengths other, Rule rule) {
        if (!size.equals(other.size)) {
            throw new IllegalArgumentException("masks must be of one size, got " + size + " and " + other.size);
        }
        Runs runs = new Runs(size);
        int left = counts[0];
        int otherLeft = other.counts[0];
        int run = 0;
        int otherRun = 0;
        while (run < counts.length && otherRun < other.counts.length) {
            int step = Math.min(left, otherLeft);
            runs.add(rule.inside(run % 2 == 1, otherRun % 2 == 1), step);
            left -= step;
            otherLeft -= step;
            while (left == 0 && ++run < counts.length) {
                left = counts[run];
            }
            while (otherLeft == 0 && ++otherRun < other.counts.length) {
                otherLeft = other.counts[otherRun];
            }
        }
        return runs.mask();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunLengths that && size.equals(that.size) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return area() + " pixels of " + size;
    }

    /** Run lengths that grow. */
    private static final class Runs {

        private final Size size;
        private int[] counts = new int[16];
        private int length = 1;

        Runs(Size size) {
            this.size = size;
        }

        void add(boolean inside) {
            add(inside, 1);
        }

        void add(boolean inside, int pixels) {
            if (pixels == 0) {
                return;
            }
            if (inside == (length % 2 == 1)) {
                if (length == counts.length) {
                    counts = Arrays.copyOf(counts, 2 * length);
                }
                length++;
            }
            counts[length - 1] += pixels;
        }

        RunLengths mask() {
            return new RunLengths(size, Arrays.copyOf(counts, length));
        }
    }
}
