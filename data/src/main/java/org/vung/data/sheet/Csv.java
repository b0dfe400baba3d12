package org.vung.data.sheet;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV after RFC 4180, ended by a line feed. */
public final class Csv {

    private Csv() {}

    /**
     * One line.
     *
     * @param cells any texts; in quotes where they need them
     * @return with its end
     */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
