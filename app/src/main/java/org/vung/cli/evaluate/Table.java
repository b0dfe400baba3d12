package org.vung.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vung.cli.terminal.TextTable;
import org.vung.score.Bootstrap;

/** Scores as lines for people: those of all together with their limits, then those of classes. */
final class Table {

    private Table() {}

    static String of(List<Row> rows, Bootstrap bootstrap) {
        Map<String, List<Row>> families = new LinkedHashMap<>();
        rows.forEach(row -> families.computeIfAbsent(row.family(), name -> new ArrayList<>())
                .add(row));
        List<String> tables = new ArrayList<>();
        families.forEach((name, scores) -> {
            tables.add(overall(name, scores, limits(bootstrap)));
            if (scores.stream().anyMatch(row -> !row.score().of().isEmpty())) {
                tables.add(classes(scores, limits(bootstrap)));
            }
        });
        return String.join("\n\n", tables);
    }

    private static String limits(Bootstrap bootstrap) {
        return String.format(Locale.ROOT, "%.0f %% limits", 100 * bootstrap.level());
    }

    private static String overall(String family, List<Row> rows, String limits) {
        TextTable table = new TextTable();
        boolean two = rows.get(0).gain() != null;
        table.add(head(family, List.of("score", limits), two, limits));
        for (Row row : rows) {
            if (row.score().of().isEmpty()) {
                List<String> line = new ArrayList<>(
                        List.of(row.score().name(), number(row.first().value()), limits(row.first())));
                table.add(gain(line, row));
            }
        }
        return table.text();
    }

    /** A line a class: all its scores, the limits of the first. */
    private static String classes(List<Row> rows, String limits) {
        Set<String> names = new LinkedHashSet<>();
        Map<String, List<Row>> classes = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.score().of().isEmpty()) {
                names.add(row.score().name());
                classes.computeIfAbsent(row.score().of(), name -> new ArrayList<>())
                        .add(row);
            }
        }
        TextTable table = new TextTable();
        boolean two = rows.get(0).gain() != null;
        List<String> columns = new ArrayList<>(names);
        columns.add(1, limits);
        table.add(head("", columns, two, limits));
        classes.forEach((name, scores) -> {
            List<String> line = new ArrayList<>(List.of(name));
            scores.forEach(row -> line.add(number(row.first().value())));
            line.add(2, limits(scores.get(0).first()));
            table.add(gain(line, scores.get(0)));
        });
        return table.text();
    }

    private static List<String> head(String first, List<String> columns, boolean two, String limits) {
        List<String> head = new ArrayList<>(List.of(first));
        head.addAll(columns);
        if (two) {
            head.addAll(List.of("other", "gain", limits, "p"));
        }
        return head;
    }

    private static List<String> gain(List<String> line, Row row) {
        if (row.second() != null && row.gain() != null) {
            Bootstrap.Interval gain = row.gain().value();
            line.add(number(row.second().value()));
            line.add(signed(gain.value()));
            line.add(Double.isNaN(gain.low()) ? "–" : signed(gain.low()) + " … " + signed(gain.high()));
            line.add(number(row.gain().p()));
        }
        return line;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%+.4f", value);
    }

    private static String limits(Bootstrap.Interval interval) {
        return Double.isNaN(interval.low()) ? "–" : number(interval.low()) + " … " + number(interval.high());
    }
}
