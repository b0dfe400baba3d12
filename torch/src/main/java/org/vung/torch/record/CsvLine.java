package org.vung.torch.record;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a table, cells between commas; a cell with a comma or a quote stands in quotes. Cells hold no line breaks.
 *
 * <p>Source: RFC 4180.
 */
final class CsvLine {

    private CsvLine() {}

    /** The line, with its end. */
    static String join(List<String> cells) {
        List<String> quoted = new ArrayList<>(cells.size());
        for (String cell : cells) {
            boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
            quoted.add(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        }
        return String.join(",", quoted) + "\n";
    }

    /** The cells of a line without its end. */
    static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            boolean twice = quoted && letter == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"';
            if (twice) {
                cell.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
