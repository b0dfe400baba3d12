package org.vung.torch.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of a run: the table {@code metrics.csv}, with the columns step, epoch and one for every name.
 *
 * @param names of the numbers, in the order of their columns
 * @param rows in the order they were recorded; steps never fall
 */
public record Metrics(List<String> names, List<Row> rows) {

    /** No numbers. */
    public static final Metrics NONE = new Metrics(List.of(), List.of());

    /** Name of the table in a run's folder. */
    public static final String FILE = "metrics.csv";

    private static final long MOST_BYTES = 1L << 30;

    /** Copies both lists. */
    public Metrics {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * What was recorded at once.
     *
     * @param step of the optimizer, counted over all epochs
     * @param epoch it belongs to
     * @param values by name; a name without a value was not measured at this step
     */
    public record Row(long step, int epoch, Map<String, Double> values) {

        /** Copies the values. */
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * One number over the run.
     *
     * @param step of the optimizer, counted over all epochs
     * @param value may be infinite or not a number
     */
    public record Point(long step, double value) {}

    /**
     * Reads the table of a run, finished or not; a last line that is still being written is left out.
     *
     * @param folder of the run
     * @return its numbers
     * @throws IOException if the table is missing or is none; the message names the line
     */
    public static Metrics read(Path folder) throws IOException {
        return readFile(folder.resolve(FILE));
    }

    /**
     * The places where a number was measured.
     *
     * @param name one of {@link #names()}
     * @return in the order of the steps
     */
    public List<Point> points(String name) {
        List<Point> points = new ArrayList<>();
        for (Row row : rows) {
            Double value = row.values().get(name);
            if (value != null) {
                points.add(new Point(row.step(), value));
            }
        }
        return points;
    }

    static Metrics readFile(Path file) throws IOException {
        List<String> lines = wholeLines(file);
        if (lines.isEmpty()) {
            return NONE;
        }
        List<String> header = CsvLine.split(lines.get(0));
        if (header.size() < 2
                || !header.subList(0, 2).equals(List.of("step", "epoch"))
                || new HashSet<>(header).size() < header.size()) {
            throw damaged(file, 1, "columns must be step, epoch and names that differ");
        }
        List<Row> rows = new ArrayList<>();
        long last = 0;
        for (int at = 1; at < lines.size(); at++) {
            Row row = row(file, at + 1, header, CsvLine.split(lines.get(at)));
            if (row.step() < last) {
                throw damaged(file, at + 1, "step must be at least " + last + " as above, got " + row.step());
            }
            last = row.step();
            rows.add(row);
        }
        return new Metrics(header.subList(2, header.size()), rows);
    }

    /** All lines that end; what follows the last end is torn. */
    private static List<String> wholeLines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("cannot read " + file + ": no such file; a run makes it when it begins");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("cannot read " + file + ": it must have at most 1 GiB, got " + Files.size(file)
                    + " bytes; record fewer steps");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String whole = text.substring(text.startsWith("\uFEFF") ? 1 : 0, text.lastIndexOf('\n') + 1);
        return whole.lines().toList();
    }

    private static Row row(Path file, int line, List<String> header, List<String> cells) throws IOException {
        if (cells.size() != header.size()) {
            throw damaged(file, line, "it must have " + header.size() + " cells as the first, got " + cells.size());
        }
        try {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int column = 2; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    values.put(header.get(column), Double.valueOf(cells.get(column)));
                }
            }
            return new Row(Long.parseLong(cells.get(0)), Integer.parseInt(cells.get(1)), values);
        } catch (NumberFormatException failure) {
            throw damaged(file, line, "cells must be numbers: " + failure.getMessage());
        }
    }

    private static IOException damaged(Path file, int line, String what) {
        return new IOException("line " + line + " of " + file + ": " + what + "; mend the line or delete it");
    }
}
