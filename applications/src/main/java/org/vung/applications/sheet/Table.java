package org.vung.applications.sheet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.data.sheet.Csv;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;

/** Rows under names, written as CSV after RFC 4180. */
public final class Table {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param columns their names
     */
    public Table(String... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns; fractions are rounded to 4 digits, what is no number is left empty
     */
    public void add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("row must have " + columns.size() + " cells, got " + cells.length);
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(text(cell));
        }
        rows.add(List.copyOf(row));
    }

    private static String text(Object cell) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number) : "";
        }
        return cell.toString();
    }

    /**
     * The names.
     *
     * @return one per column
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * What has been added.
     *
     * @return rows of as many cells as there are columns
     */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /**
     * Writes the table in one step.
     *
     * @param file any name
     * @param existing what to do where the name is taken
     * @throws ImageException if it cannot be written
     */
    public void write(Path file, Existing existing) throws ImageException {
        StringBuilder text = new StringBuilder(Csv.line(columns));
        rows.forEach(row -> text.append(Csv.line(row)));
        AtomicFile.write(file, existing, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
