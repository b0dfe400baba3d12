package org.vung.measure;

import java.util.Arrays;
import org.vung.label.LabelMap;

/**
 * Counts border pixels per label by how the border runs through them.
 *
 * <p>Source: K. Benkrid and D. Crookes, "Design and FPGA Implementation of a Perimeter Estimator" (2000). A border pixel
 * has another label, or the end of the image, above, below, left or right. It weighs 1, √2 or their mean by the number of
 * border pixels of the same label beside it and at its corners; crossings and ends weigh nothing.
 */
final class BorderCounts {

    private static final int[] KINDS = kinds();

    private final int[] labels;
    private final int height;
    private final int width;
    private final int[] straight;
    private final int[] slanting;
    private final int[] mixed;

    BorderCounts(LabelMap map) {
        labels = map.sharedLabels();
        height = map.size().height();
        width = map.size().width();
        straight = new int[map.count()];
        slanting = new int[map.count()];
        mixed = new int[map.count()];
    }

    /** Which of the three weights (1, 2, 3) a pixel has with so many border neighbours: 5 · corners + beside. */
    private static int[] kinds() {
        int[] kinds = new int[25];
        for (int code : new int[] {5, 7, 15, 17, 25, 27}) {
            kinds[place(code)] = 1;
        }
        for (int code : new int[] {21, 33}) {
            kinds[place(code)] = 2;
        }
        for (int code : new int[] {13, 23}) {
            kinds[place(code)] = 3;
        }
        return kinds;
    }

    /** From the paper's code, 1 + 2 · beside + 10 · corners. */
    private static int place(int code) {
        return (code - 1) / 2;
    }

    void addRows(int from, int to) {
        boolean[] above = new boolean[width];
        boolean[] here = new boolean[width];
        boolean[] below = new boolean[width];
        markBorder(from - 1, above);
        markBorder(from, here);
        for (int row = from; row < to; row++) {
            markBorder(row + 1, below);
            count(row, above, here, below);
            boolean[] free = above;
            above = here;
            here = below;
            below = free;
        }
    }

    private void markBorder(int row, boolean[] border) {
        if (row < 0 || row >= height) {
            Arrays.fill(border, false);
            return;
        }
        int first = row * width;
        boolean edge = row == 0 || row == height - 1;
        for (int column = 0; column < width; column++) {
            int pixel = first + column;
            int label = labels[pixel];
            border[column] = edge
                    || column == 0
                    || column == width - 1
                    || labels[pixel - 1] != label
                    || labels[pixel + 1] != label
                    || labels[pixel - width] != label
                    || labels[pixel + width] != label;
        }
    }

    private void count(int row, boolean[] above, boolean[] here, boolean[] below) {
        int first = row * width;
        for (int column = 0; column < width; column++) {
            if (here[column]) {
                int pixel = first + column;
                int beside = same(above, column, pixel, -width)
                        + same(here, column - 1, pixel, -1)
                        + same(here, column + 1, pixel, 1)
                        + same(below, column, pixel, width);
                int corners = same(above, column - 1, pixel, -width - 1)
                        + same(above, column + 1, pixel, -width + 1)
                        + same(below, column - 1, pixel, width - 1)
                        + same(below, column + 1, pixel, width + 1);
                add(labels[pixel], KINDS[5 * corners + beside]);
            }
        }
    }

    private int same(boolean[] border, int column, int pixel, int step) {
        return column >= 0 && column < width && border[column] && labels[pixel + step] == labels[pixel] ? 1 : 0;
    }

    private void add(int label, int kind) {
        switch (kind) {
            case 1 -> straight[label]++;
            case 2 -> slanting[label]++;
            case 3 -> mixed[label]++;
            default -> {}
        }
    }

    void add(BorderCounts below) {
        for (int label = 0; label < straight.length; label++) {
            straight[label] += below.straight[label];
            slanting[label] += below.slanting[label];
            mixed[label] += below.mixed[label];
        }
    }

    double perimeter(int label) {
        return straight[label] + slanting[label] * Math.sqrt(2) + mixed[label] * (1 + Math.sqrt(2)) / 2;
    }
}
