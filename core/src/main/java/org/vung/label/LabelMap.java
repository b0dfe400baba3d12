package org.vung.label;

import java.util.Arrays;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/**
 * One label per pixel, 0 … {@link #count()} − 1. Immutable.
 *
 * <p>{@link #sharedLabels()} hands out the array itself for kernels that read it; writing to it breaks every holder.
 */
public final class LabelMap {

    private final Size size;
    private final int[] labels;
    private final int count;

    private LabelMap(Size size, int[] labels, int count) {
        this.size = size;
        this.labels = labels;
        this.count = count;
    }

    /**
     * A label map over a copy of the labels.
     *
     * @param size height and width
     * @param labels row by row, at least 0
     * @return the map
     */
    public static LabelMap of(Size size, int[] labels) {
        return wrap(size, labels.clone());
    }

    /**
     * A label map that takes the array over.
     *
     * @param size height and width
     * @param labels row by row, at least 0; given away
     * @return the map
     */
    public static LabelMap wrap(Size size, int[] labels) {
        if (labels.length != size.pixels()) {
            throw new IllegalArgumentException("labels must fill " + size + ", got " + labels.length);
        }
        int least = 0;
        int most = 0;
        for (int[] range :
                RowBands.map(size.height(), (from, to) -> range(labels, from * size.width(), to * size.width()))) {
            least = Math.min(least, range[0]);
            most = Math.max(most, range[1]);
        }
        if (least < 0) {
            throw new IllegalArgumentException("labels must be at least 0, got " + least);
        }
        return new LabelMap(size, labels, most + 1);
    }

    private static int[] range(int[] labels, int from, int to) {
        int least = 0;
        int most = 0;
        for (int at = from; at < to; at++) {
            least = Math.min(least, labels[at]);
            most = Math.max(most, labels[at]);
        }
        return new int[] {least, most};
    }

    /**
     * Height and width.
     *
     * @return the size in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * One more than the largest label; labels between need not all occur.
     *
     * @return the number of labels, at least 1
     */
    public int count() {
        return count;
    }

    /**
     * The label of a pixel.
     *
     * @param row 0 … height − 1
     * @param column 0 … width − 1
     * @return 0 … count − 1
     */
    public int at(int row, int column) {
        return labels[size.index(row, column)];
    }

    /**
     * The labels themselves, row by row, for reading only.
     *
     * @return the array behind the map
     */
    public int[] sharedLabels() {
        return labels;
    }

    /**
     * Pixels per label.
     *
     * @return areas [count] in pixels
     */
    public int[] areas() {
        int[] areas = new int[count];
        for (int label : labels) {
            areas[label]++;
        }
        return areas;
    }

    /**
     * The same regions numbered without gaps, in the order of their old labels.
     *
     * @return this map if every label occurs
     */
    public LabelMap compacted() {
        int[] names = new int[count];
        int next = 0;
        int[] areas = areas();
        for (int label = 0; label < count; label++) {
            names[label] = areas[label] > 0 ? next++ : -1;
        }
        if (next == count) {
            return this;
        }
        int[] renamed = new int[labels.length];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            renamed[pixel] = names[labels[pixel]];
        }
        return new LabelMap(size, renamed, next);
    }

    /**
     * The same at another size, each label taken from the pixel under the middle of the new one.
     *
     * @param other the size
     * @return this map where it has that size already
     */
    public LabelMap resized(Size other) {
        if (size.equals(other)) {
            return this;
        }
        int[] to = new int[other.pixels()];
        for (int row = 0; row < other.height(); row++) {
            int y = middle(row, other.height(), size.height());
            for (int column = 0; column < other.width(); column++) {
                to[other.index(row, column)] = at(y, middle(column, other.width(), size.width()));
            }
        }
        return wrap(other, to);
    }

    private static int middle(int place, int places, int pixels) {
        return (int) ((2L * place + 1) * pixels / (2L * places));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelMap that && size.equals(that.size) && Arrays.equals(labels, that.labels);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return size + " with " + count + " labels";
    }
}
