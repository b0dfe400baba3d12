package org.vung.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vung.cli.terminal.TextTable;
import org.vung.data.sheet.Sheet;
import org.vung.measure.rule.Verdict;

/** What {@code vung measure} says to people: short tables, and how much more there is. */
final class MeasureText {

    private static final int MOST_ROWS = 10;

    /** What fits on a line. */
    private static final Pattern SHOWN =
            Pattern.compile("place|name|share|count|label|class|centroid-[01]|area|perimeter|eccentricity|solidity"
                    + "|intensity_mean|nearest|(area|nearest_edge)(_([a-z]?m2?|ha))?");

    private MeasureText() {}

    static String of(Measured result) {
        List<String> parts = new ArrayList<>();
        int regions = result.regions().rows().size();
        parts.add(result.labels() + "  " + result.measurement().scene().labels().size() + "  " + regions
                + (regions == 1 ? " region" : " regions"));
        if (hasShares(result)) {
            parts.add(table(result.shares(), shown(result.shares())));
        }
        if (regions > 0) {
            parts.add(table(result.regions(), shown(result.regions())));
        }
        result.change().ifPresent(change -> parts.add(table(change, all(change))));
        for (Verdict verdict : result.verdicts()
                .subList(0, Math.min(2 * MOST_ROWS, result.verdicts().size()))) {
            parts.add("  fired  " + verdict.text());
        }
        if (result.verdicts().size() > 2 * MOST_ROWS) {
            parts.add("  … and " + (result.verdicts().size() - 2 * MOST_ROWS) + " more");
        }
        return String.join("\n", parts);
    }

    /** Shares of many numbers say no more than their regions do. */
    private static boolean hasShares(Measured result) {
        return !result.measurement().scene().legend().names().isEmpty()
                || result.measurement().image().shares().size() <= MOST_ROWS;
    }

    private static List<Integer> all(Sheet sheet) {
        return IntStream.range(0, sheet.columns().size()).boxed().toList();
    }

    /** Places of the columns that fit on a line, and of those with a unit. */
    private static List<Integer> shown(Sheet sheet) {
        return all(sheet).stream()
                .filter(at -> SHOWN.matcher(sheet.columns().get(at)).matches())
                .toList();
    }

    private static String table(Sheet sheet, List<Integer> columns) {
        TextTable table = new TextTable();
        table.add(columns.stream().map(at -> sheet.columns().get(at)).toList());
        List<List<Object>> rows = sheet.rows();
        for (List<Object> row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            table.add(columns.stream().map(at -> cell(row.get(at))).toList());
        }
        String text = "  " + table.text().replace("\n", "\n  ");
        return rows.size() > MOST_ROWS ? text + "\n  … and " + (rows.size() - MOST_ROWS) + " more rows" : text;
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return number.isNaN()
                    ? "–"
                    : number.isInfinite() ? (number > 0 ? "∞" : "−∞") : String.format(Locale.ROOT, "%.4g", number);
        }
        return value.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
