package org.vung.data.sheet;

import java.util.List;

/**
 * A table.
 *
 * @param columns their names
 * @param rows of numbers ({@link Integer}, {@link Long}, {@link Double}) and texts, each as long as {@code columns}
 */
public record Sheet(List<String> columns, List<List<Object>> rows) {

    /** Copies the lists and checks the rows' lengths. */
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("rows must have " + columns.size() + " cells, got " + row.size());
            }
        }
    }

    /**
     * The table as CSV after RFC 4180, its lines ended by a line feed. NaN is an empty cell, the infinite {@code inf}, as NumPy and
     * pandas read it. A text that a spreadsheet would take for a formula, since it begins with {@code = + - @}, a tab or a carriage return,
     * has an apostrophe before it.
     *
     * @return text
     */
    public String csv() {
        StringBuilder text = new StringBuilder(line(columns));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<?> cells) {
        return Csv.line(cells.stream().map(Sheet::cell).toList());
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() ? "" : number.isInfinite() ? (number > 0 ? "inf" : "-inf") : number.toString();
        }
        return value instanceof Number ? value.toString() : harmless(value.toString());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
