package org.vung.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vung.cli.report.Json;
import org.vung.cli.terminal.Terminal;
import org.vung.torch.train.task.Look;

/** The scores of a cross-validation: a row a fold, their mean and how far they lie apart. */
final class FoldScores {

    /**
     * One fold.
     *
     * @param model its best
     * @param scores over the images it did not learn from
     */
    private record Fold(Path model, List<Look.Score> scores) {}

    private final List<Fold> folds = new ArrayList<>();

    void add(Path model, Look look) {
        folds.add(new Fold(model, look.scores()));
    }

    /** The method text of all of them together. */
    String ensemble() {
        return "ensemble:" + folds.stream().map(fold -> fold.model().toString()).collect(Collectors.joining("+"));
    }

    void print(Terminal terminal) {
        List<Look.Score> first = folds.get(0).scores();
        row(terminal, "fold", first.stream().map(Look.Score::name).toList(), "model");
        for (int at = 0; at < folds.size(); at++) {
            Fold fold = folds.get(at);
            row(
                    terminal,
                    Integer.toString(at + 1),
                    fold.scores().stream().map(score -> shown(score.value())).toList(),
                    fold.model().toString());
        }
        row(terminal, "mean", all(first.size(), this::mean), "");
        row(terminal, "deviation", all(first.size(), this::deviation), "");
    }

    private static List<String> all(int count, IntToDoubleFunction score) {
        return IntStream.range(0, count)
                .mapToDouble(score)
                .mapToObj(FoldScores::shown)
                .toList();
    }

    private static String shown(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }

    private void row(Terminal terminal, String name, List<String> cells, String model) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-10s", name));
        for (int at = 0; at < cells.size(); at++) {
            int width = Math.max(9, folds.get(0).scores().get(at).name().length());
            row.append(String.format(Locale.ROOT, " %" + width + "s", cells.get(at)));
        }
        terminal.result(row.append("  ").append(model).toString().stripTrailing());
    }

    String json() {
        List<Look.Score> first = folds.get(0).scores();
        return Json.object(answer -> {
            answer.writeStringProperty("ensemble", ensemble());
            for (int at = 0; at < first.size(); at++) {
                answer.writeNumberProperty(first.get(at).key(), mean(at));
                answer.writeNumberProperty(first.get(at).key() + "_deviation", deviation(at));
            }
            answer.writeArrayPropertyStart("folds");
            for (Fold fold : folds) {
                answer.writeStartObject();
                answer.writeStringProperty("model", fold.model().toString());
                fold.scores().forEach(score -> answer.writeNumberProperty(score.key(), score.value()));
                answer.writeEndObject();
            }
            answer.writeEndArray();
        });
    }

    private double mean(int score) {
        return folds.stream()
                .mapToDouble(fold -> fold.scores().get(score).value())
                .average()
                .orElse(Double.NaN);
    }

    /** Of a sample: the squares are divided by one less than there are folds. */
    private double deviation(int score) {
        double mean = mean(score);
        double squares = folds.stream()
                .mapToDouble(fold -> Math.pow(fold.scores().get(score).value() - mean, 2))
                .sum();
        return Math.sqrt(squares / Math.max(1, folds.size() - 1));
    }
}
