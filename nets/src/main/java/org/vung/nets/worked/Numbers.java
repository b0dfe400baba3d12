package org.vung.nets.worked;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.nets.layer.Shape;

/** A small immutable grid of numbers, one channel of a map. */
public final class Numbers {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Numbers(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** A number for every place. */
    @FunctionalInterface
    public interface Rule {
        /**
         * The number of a place.
         *
         * @param row from 0
         * @param column from 0
         * @return its number
         */
        double at(int row, int column);
    }

    /**
     * A grid by rule.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @param rule asked once for every place
     * @return the grid
     */
    public static Numbers of(int rows, int columns, Rule rule) {
        Shape shape = new Shape(1, rows, columns);
        double[] values = new double[Math.toIntExact(shape.numbers())];
        for (int place = 0; place < values.length; place++) {
            values[place] = rule.at(place / columns, place % columns);
        }
        return new Numbers(rows, columns, values);
    }

    /**
     * 1, 2, 3 … row by row.
     *
     * @param side rows and columns, at least 1
     * @return the grid
     */
    public static Numbers counting(int side) {
        return of(side, side, (row, column) -> row * side + column + 1.0);
    }

    /**
     * One number.
     *
     * @param row from 0
     * @param column from 0
     * @return 0 outside the grid
     */
    public double at(int row, int column) {
        boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? values[row * columns + column] : 0;
    }

    /**
     * Its height.
     *
     * @return at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * Its width.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Its shape as a map of one channel.
     *
     * @return 1 × rows × columns
     */
    public Shape shape() {
        return new Shape(1, rows, columns);
    }

    /**
     * The grid for people: columns aligned, no more decimals than needed, at most 3.
     *
     * @return a line a row
     */
    public List<String> lines() {
        int width = 0;
        for (double value : values) {
            width = Math.max(width, word(value).length());
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String word = word(at(row, column));
                line.append(" ".repeat(width - word.length() + 2)).append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String word(double value) {
        String word = String.format(Locale.ROOT, "%.3f", value);
        return word.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /**
     * The grid as lists.
     *
     * @return a list a row
     */
    public List<List<Double>> lists() {
        List<List<Double>> lists = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Double> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                line.add(at(row, column));
            }
            lists.add(line);
        }
        return lists;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers that && lists().equals(that.lists());
    }

    @Override
    public int hashCode() {
        return lists().hashCode();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
