package org.vung.nets.drawing;

import java.util.HashMap;
import java.util.Map;
import org.vung.nets.diagram.Box;
import org.vung.nets.diagram.Diagram;

/** Pixels for the cells of a grid. */
final class Sheet {

    static final int MARGIN = 28;
    static final int TITLE = 64;
    static final int GAP = 30;
    static final int TRACK = 16;
    private static final int ROW_GAP = 34;
    private static final int LANE_GAP = 18;
    static final int LINE = 15;
    static final int PAD = 10;
    private static final double LETTER = 5.9;

    private final Grid grid;
    private final int[] left;
    private final int[] wide;
    private final int[] top;
    private final int[] high;
    private final Map<String, Rectangle> boxes = new HashMap<>();
    private final int bottom;

    /** Tracks are free lines over a row, for arrows that pass over its boxes. */
    Sheet(Diagram diagram, Grid grid, int[] tracks) {
        this.grid = grid;
        left = new int[grid.columns()];
        wide = new int[grid.columns()];
        top = new int[grid.rows()];
        high = new int[grid.rows()];
        for (Box box : diagram.boxes()) {
            Grid.Cell cell = grid.cell(box.name());
            wide[cell.column()] = Math.max(wide[cell.column()], width(box));
            high[cell.row()] = Math.max(high[cell.row()], height(box));
        }
        for (int column = 0, x = MARGIN; column < left.length; x += wide[column] + GAP, column++) {
            left[column] = x;
        }
        int y = TITLE;
        for (int row = 0; row < top.length; row++) {
            top[row] = y + tracks[row] * TRACK;
            y = top[row] + grid.lanes(row) * (high[row] + LANE_GAP) - LANE_GAP + ROW_GAP;
        }
        bottom = y - ROW_GAP;
        diagram.boxes().forEach(box -> boxes.put(box.name(), rectangle(box)));
    }

    private Rectangle rectangle(Box box) {
        Grid.Cell cell = grid.cell(box.name());
        int width = width(box);
        int height = height(box);
        int x = left[cell.column()] + (wide[cell.column()] - width) / 2;
        int y = top[cell.row()] + cell.lane() * (high[cell.row()] + LANE_GAP) + (high[cell.row()] - height) / 2;
        return new Rectangle(x, y, width, height);
    }

    /** As wide as its words; wider for many channels. */
    private static int width(Box box) {
        int letters = box.shape().toString().length();
        for (String line : box.words()) {
            letters = Math.max(letters, line.length());
        }
        return Math.max(
                (int) (letters * LETTER) + 16, (int) (13 * log2(box.shape().channels())));
    }

    /** As high as its words; higher for large maps. */
    private static int height(Box box) {
        int words = (box.words().size() + 1) * LINE + box.parts().size() * PAD;
        return Math.max(words, (int) (9 * log2(box.shape().height())));
    }

    private static double log2(int number) {
        return Math.log(number) / Math.log(2);
    }

    Rectangle box(String name) {
        Rectangle box = boxes.get(name);
        if (box == null) {
            throw new IllegalArgumentException("arrows must join boxes of the diagram, got '" + name + "'; add it");
        }
        return box;
    }

    /** The middle of the gap after a column. */
    int after(int column) {
        return left[column] + wide[column] + GAP / 2;
    }

    /** The middle of the gap before a column. */
    int before(int column) {
        return left[column] - GAP / 2;
    }

    /** A free line over a row, counted upwards from 1. */
    int track(int row, int number) {
        return top[row] - number * TRACK + 2;
    }

    /** The middle of the gap under a row. */
    int under(int row) {
        return top[row] + grid.lanes(row) * (high[row] + LANE_GAP) - LANE_GAP + ROW_GAP / 2;
    }

    int right() {
        return left[left.length - 1] + wide[wide.length - 1];
    }

    int bottom() {
        return bottom;
    }
}
