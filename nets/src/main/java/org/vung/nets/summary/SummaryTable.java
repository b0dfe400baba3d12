package org.vung.nets.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.vung.nets.graph.Cost;

/**
 * The layout of Keras 2: columns end at 45, 85 and 100 % of 65 letters for a chain of layers, at 33, 55, 67 and 100 % of 98
 * letters for a graph, which also tells what each layer is connected to. Columns grow where something is longer.
 */
final class SummaryTable {

    private static final int CHAIN = 65;
    private static final int GRAPH = 98;
    private static final double[] CHAIN_ENDS = {0.45, 0.85, 1};
    private static final double[] GRAPH_ENDS = {0.33, 0.55, 0.67, 1};

    private final Summary summary;
    private final boolean chain;
    private final List<List<String>> lines = new ArrayList<>();

    SummaryTable(Summary summary) {
        this.summary = summary;
        this.chain = isChain(summary);
        lines.add(List.of("Layer (type)", "Output Shape", "Param #", "Connected to"));
        summary.rows().forEach(row -> lines.add(first(row)));
    }

    private static boolean isChain(Summary summary) {
        Map<String, Integer> readers = new HashMap<>();
        for (Summary.Row row : summary.rows()) {
            row.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        return summary.rows().stream().allMatch(row -> row.inputs().size() <= 1)
                && readers.values().stream().allMatch(count -> count == 1);
    }

    private static List<String> first(Summary.Row row) {
        boolean entry = row.inputs().isEmpty();
        long numbers = row.cost().parameters() + row.cost().statistics();
        return List.of(
                row.name() + " (" + row.type() + ")",
                entry ? "[" + row.output() + "]" : row.output(),
                String.valueOf(numbers),
                entry ? "" : connection(row.inputs().get(0)));
    }

    private static String connection(String input) {
        return input + "[0][0]";
    }

    String text() {
        int[] widths = widths();
        int width = 0;
        for (int column : widths) {
            width += column;
        }
        List<String> text = new ArrayList<>();
        text.add("Model: \"" + summary.name() + "\"");
        text.add("_".repeat(width));
        text.add(line(lines.get(0), widths));
        text.add("=".repeat(width));
        for (int row = 0; row < summary.rows().size(); row++) {
            text.add(line(lines.get(row + 1), widths));
            if (!chain) {
                more(summary.rows().get(row), widths, text);
            }
            text.add((row == summary.rows().size() - 1 ? "=" : "_").repeat(width));
        }
        totals(text);
        text.add("_".repeat(width));
        return String.join("\n", text);
    }

    /** Further inputs of a layer, a line each. */
    private static void more(Summary.Row row, int[] widths, List<String> text) {
        for (int input = 1; input < row.inputs().size(); input++) {
            text.add(line(List.of("", "", "", connection(row.inputs().get(input))), widths));
        }
    }

    private void totals(List<String> text) {
        Cost cost = summary.cost();
        text.add("Total params: " + grouped(cost.parameters() + cost.statistics()));
        text.add("Trainable params: " + grouped(cost.parameters()));
        text.add("Non-trainable params: " + grouped(cost.statistics()));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private int[] widths() {
        double[] ends = chain ? CHAIN_ENDS : GRAPH_ENDS;
        int[] widths = new int[ends.length];
        int begin = 0;
        for (int column = 0; column < ends.length; column++) {
            int end = (int) (ends[column] * (chain ? CHAIN : GRAPH));
            widths[column] = Math.max(end - begin, longest(column) + 1);
            begin = end;
        }
        return widths;
    }

    private int longest(int column) {
        ToIntFunction<List<String>> length = line -> line.get(column).length();
        int longest = lines.stream().mapToInt(length).max().orElse(0);
        if (column == 3) {
            for (Summary.Row row : summary.rows()) {
                for (String input : row.inputs()) {
                    longest = Math.max(longest, connection(input).length());
                }
            }
        }
        return longest;
    }

    private static String line(List<String> words, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String word = words.get(column);
            line.append(word).append(" ".repeat(widths[column] - word.length()));
        }
        return line.toString();
    }
}
