package org.vung.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.vung.cli.report.Json;
import org.vung.cli.terminal.Terminal;
import org.vung.score.ConfusionMatrix;

/** The scores of a cross-validation: a row a fold, their mean and how far they lie apart. */
final class FoldScores {

    /**
     * One fold.
     *
     * @param model its best
     * @param matrix over the images it did not learn from
     */
    private record Fold(Path model, ConfusionMatrix matrix) {}

    private final List<Fold> folds = new ArrayList<>();

    void add(Path model, ConfusionMatrix matrix) {
        folds.add(new Fold(model, matrix));
    }

    /** The method text of all of them together. */
    String ensemble() {
        return "ensemble:" + folds.stream().map(fold -> fold.model().toString()).collect(Collectors.joining("+"));
    }

    void print(Terminal terminal) {
        terminal.result(
                String.format(Locale.ROOT, "%-10s %9s %9s %9s  %s", "fold", "mean IoU", "Dice", "accuracy", "model"));
        for (int at = 0; at < folds.size(); at++) {
            ConfusionMatrix matrix = folds.get(at).matrix();
            row(
                    terminal,
                    Integer.toString(at + 1),
                    matrix.meanIou(),
                    matrix.meanDice(),
                    matrix.accuracy(),
                    folds.get(at).model().toString());
        }
        row(
                terminal,
                "mean",
                mean(ConfusionMatrix::meanIou),
                mean(ConfusionMatrix::meanDice),
                mean(ConfusionMatrix::accuracy),
                "");
        row(
                terminal,
                "deviation",
                deviation(ConfusionMatrix::meanIou),
                deviation(ConfusionMatrix::meanDice),
                deviation(ConfusionMatrix::accuracy),
                "");
    }

    private static void row(Terminal terminal, String name, double iou, double dice, double accuracy, String model) {
        terminal.result(String.format(Locale.ROOT, "%-10s %9.4f %9.4f %9.4f  %s", name, iou, dice, accuracy, model)
                .stripTrailing());
    }

    String json() {
        return Json.object(answer -> {
            answer.writeStringProperty("ensemble", ensemble());
            answer.writeNumberProperty("mean_iou", mean(ConfusionMatrix::meanIou));
            answer.writeNumberProperty("mean_iou_deviation", deviation(ConfusionMatrix::meanIou));
            answer.writeNumberProperty("pixel_accuracy", mean(ConfusionMatrix::accuracy));
            answer.writeNumberProperty("pixel_accuracy_deviation", deviation(ConfusionMatrix::accuracy));
            answer.writeArrayPropertyStart("folds");
            for (Fold fold : folds) {
                answer.writeStartObject();
                answer.writeStringProperty("model", fold.model().toString());
                answer.writeNumberProperty("mean_iou", fold.matrix().meanIou());
                answer.writeNumberProperty("pixel_accuracy", fold.matrix().accuracy());
                answer.writeEndObject();
            }
            answer.writeEndArray();
        });
    }

    private double mean(ToDoubleFunction<ConfusionMatrix> score) {
        return folds.stream()
                .mapToDouble(fold -> score.applyAsDouble(fold.matrix()))
                .average()
                .orElse(Double.NaN);
    }

    /** Of a sample: the squares are divided by one less than there are folds. */
    private double deviation(ToDoubleFunction<ConfusionMatrix> score) {
        double mean = mean(score);
        double squares = folds.stream()
                .mapToDouble(fold -> Math.pow(score.applyAsDouble(fold.matrix()) - mean, 2))
                .sum();
        return Math.sqrt(squares / Math.max(1, folds.size() - 1));
    }
}
