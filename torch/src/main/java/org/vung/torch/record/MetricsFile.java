package org.vung.torch.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;

/** The table of a run while it is written. Columns are fixed by the first row, or by what was declared before. */
final class MetricsFile implements Closeable {

    private final WholeAppend out;
    private List<String> names;
    private long lastStep;

    private MetricsFile(WholeAppend out, List<String> names, long lastStep) {
        this.out = out;
        this.names = names;
        this.lastStep = lastStep;
    }

    /** Opens or makes a table and drops what is later than a step, and a torn last line; rewritten in one step or not at all. */
    static MetricsFile open(Path file, long afterStep, List<String> declared) throws IOException {
        Metrics found = Files.exists(file) ? Metrics.readFile(file) : Metrics.NONE;
        List<Metrics.Row> kept =
                found.rows().stream().filter(row -> row.step() <= afterStep).toList();
        Set<String> names = new LinkedHashSet<>(kept.isEmpty() ? List.of() : found.names());
        names.addAll(declared);
        checked(names);
        String text = table(List.copyOf(names), kept);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, Existing.REPLACE, stream -> stream.write(bytes));
        long last = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).step();
        return new MetricsFile(new WholeAppend(file), List.copyOf(names), last);
    }

    /** Adds a row that was checked, or throws and adds nothing. */
    void append(Metrics.Row row) throws IOException {
        boolean first = names.isEmpty();
        List<String> columns = first ? List.copyOf(row.values().keySet()) : names;
        String text = (first ? header(columns) : "") + line(columns, row);
        out.append(text.getBytes(StandardCharsets.UTF_8));
        names = columns;
        lastStep = row.step();
    }

    /** Refuses a row that has no place in the table. */
    void check(Metrics.Row row) {
        if (row.step() < lastStep) {
            throw new IllegalArgumentException("step must be at least " + lastStep + " as recorded before, got "
                    + row.step() + "; to go back, open the run again after an earlier step");
        }
        if (row.values().isEmpty()) {
            throw new IllegalArgumentException("values must be at least 1, got 0");
        }
        if (names.isEmpty()) {
            checked(row.values().keySet());
        }
        Set<String> unknown = new LinkedHashSet<>(row.values().keySet());
        unknown.removeAll(names);
        if (!names.isEmpty() && !unknown.isEmpty()) {
            throw new IllegalArgumentException("names must be among the columns " + names + ", got " + unknown
                    + "; declare all names when the run is opened");
        }
    }

    private static void checked(Set<String> names) {
        for (String name : names) {
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("names must be words in one line, got '" + name + "'");
            }
            if (name.equals("step") || name.equals("epoch")) {
                throw new IllegalArgumentException("names must not be step or epoch, got '" + name + "'");
            }
        }
    }

    private static String table(List<String> names, List<Metrics.Row> rows) {
        StringBuilder text = new StringBuilder(names.isEmpty() ? "" : header(names));
        rows.forEach(row -> text.append(line(names, row)));
        return text.toString();
    }

    private static String header(List<String> names) {
        List<String> cells = new ArrayList<>(List.of("step", "epoch"));
        cells.addAll(names);
        return CsvLine.join(cells);
    }

    private static String line(List<String> names, Metrics.Row row) {
        Map<String, Double> values = row.values();
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row.step()), String.valueOf(row.epoch())));
        for (String name : names) {
            Double value = values.get(name);
            cells.add(value == null ? "" : value.toString());
        }
        return CsvLine.join(cells);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
