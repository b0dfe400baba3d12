package org.vung.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells whose columns stand under one another: the first to the left, the others to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    /** A table without lines. */
    public TextTable() {}

    /**
     * Adds a line.
     *
     * @param cells as many as in the first line
     */
    public void add(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    /**
     * The table.
     *
     * @return its lines, without a line feed at the end
     */
    public String text() {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        List<String> texts = new ArrayList<>();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String pad = " ".repeat(widths[column] - line.get(column).length());
                text.append(column == 0 ? "" : GAP)
                        .append(column == 0 ? line.get(column) + pad : pad + line.get(column));
            }
            texts.add(text.toString().stripTrailing());
        }
        return String.join("\n", texts);
    }
}
