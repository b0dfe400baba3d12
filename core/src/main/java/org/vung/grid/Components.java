package org.vung.grid;

import java.util.Arrays;

/**
 * Connected components: pixels that hold the same value and can be reached from each other through such pixels.
 *
 * <p>The first pass joins every pixel with its equal neighbours above and to the left, bands of rows side by side; the
 * seams between bands follow; the last pass numbers the roots. Because the root of a component is always its first pixel,
 * the answer does not depend on the bands.
 */
public final class Components {

    private final int[] values;
    private final int height;
    private final int width;
    private final Neighbourhood neighbourhood;
    /** The parent of every pixel, never behind it; at the end its component. */
    private final int[] parent;

    private Components(int[] values, int height, int width, Neighbourhood neighbourhood) {
        this.values = values;
        this.height = height;
        this.width = width;
        this.neighbourhood = neighbourhood;
        this.parent = new int[values.length];
    }

    /**
     * Numbers the components of an array.
     *
     * @param values any numbers, row by row [height · width]
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @param neighbourhood which pixels touch
     * @return the component of every pixel, 0, 1, 2 … in the order of their first pixels
     */
    public static int[] label(int[] values, int height, int width, Neighbourhood neighbourhood) {
        if ((long) height * width != values.length) {
            throw new IllegalArgumentException(
                    "values must fill " + height + "x" + width + " pixels, got " + values.length);
        }
        return new Components(values, height, width, neighbourhood).label();
    }

    /**
     * Numbers the components of a mask, of what lies inside it and of what does not.
     *
     * @param inside row by row [height · width]
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @param neighbourhood which pixels touch
     * @return as {@link #label(int[], int, int, Neighbourhood)}
     */
    public static int[] label(boolean[] inside, int height, int width, Neighbourhood neighbourhood) {
        int[] values = new int[inside.length];
        Arrays.setAll(values, pixel -> inside[pixel] ? 1 : 0);
        return label(values, height, width, neighbourhood);
    }

    private int[] label() {
        boolean[] bandStarts = new boolean[height];
        RowBands.forEach(height, (from, to) -> {
            bandStarts[from] = true;
            joinFirstRow(from);
            for (int row = from + 1; row < to; row++) {
                joinRow(row);
            }
        });
        for (int row = 1; row < height; row++) {
            if (bandStarts[row]) {
                joinSeam(row);
            }
        }
        return number();
    }

    private void joinFirstRow(int row) {
        int first = row * width;
        parent[first] = first;
        for (int pixel = first + 1; pixel < first + width; pixel++) {
            parent[pixel] = values[pixel] == values[pixel - 1] ? parent[pixel - 1] : pixel;
        }
    }

    private void joinRow(int row) {
        if (neighbourhood == Neighbourhood.FOUR) {
            joinRowByEdges(row);
        } else {
            joinRowByCorners(row);
        }
    }

    private void joinRowByEdges(int row) {
        int first = row * width;
        parent[first] = values[first] == values[first - width] ? parent[first - width] : first;
        for (int pixel = first + 1; pixel < first + width; pixel++) {
            int value = values[pixel];
            boolean left = value == values[pixel - 1];
            boolean up = value == values[pixel - width];
            if (left) {
                parent[pixel] = parent[pixel - 1];
                if (up && value != values[pixel - width - 1]) { // else left and up are joined already
                    union(pixel - 1, pixel - width);
                }
            } else {
                parent[pixel] = up ? parent[pixel - width] : pixel;
            }
        }
    }

    private void joinRowByCorners(int row) {
        int first = row * width;
        for (int column = 0; column < width; column++) {
            int pixel = first + column;
            int value = values[pixel];
            boolean left = column > 0 && value == values[pixel - 1];
            if (value == values[pixel - width]) { // touches the three others, so they are joined already
                parent[pixel] = parent[pixel - width];
                continue;
            }
            boolean upLeft = column > 0 && value == values[pixel - width - 1];
            int beside = left ? pixel - 1 : upLeft ? pixel - width - 1 : pixel;
            parent[pixel] = beside == pixel ? pixel : parent[beside];
            if (column + 1 < width && value == values[pixel - width + 1]) {
                union(pixel, pixel - width + 1);
            }
        }
    }

    private void joinSeam(int row) {
        int first = row * width;
        boolean corners = neighbourhood == Neighbourhood.EIGHT;
        for (int column = 0; column < width; column++) {
            int pixel = first + column;
            int value = values[pixel];
            if (value == values[pixel - width]) {
                union(pixel, pixel - width);
            }
            if (corners && column > 0 && value == values[pixel - width - 1]) {
                union(pixel, pixel - width - 1);
            }
            if (corners && column + 1 < width && value == values[pixel - width + 1]) {
                union(pixel, pixel - width + 1);
            }
        }
    }

    private void union(int first, int second) {
        int a = find(first);
        int b = find(second);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int find(int pixel) {
        int at = pixel;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private int[] number() {
        int next = 0;
        for (int pixel = 0; pixel < parent.length; pixel++) {
            parent[pixel] = parent[pixel] == pixel ? next++ : parent[parent[pixel]];
        }
        return parent;
    }
}
