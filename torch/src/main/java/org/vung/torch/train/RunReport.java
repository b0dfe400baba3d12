package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.ModelFile;
import org.vung.score.ConfusionMatrix;
import org.vung.torch.record.Metrics;
import org.vung.torch.record.report.Report;
import org.vung.torch.train.plan.PlanFile;

/** Tells a whole run on one page. */
public final class RunReport {

    private static final int SHOWN = 3;

    private RunReport() {}

    /**
     * Writes {@code report.html} into a run's folder, from its table and the best model there, or the last.
     *
     * @param setup the run's
     * @param folder the run's
     * @param time it has taken
     * @return what the model makes of the images held back; nothing of none
     * @throws IOException if a file cannot be read or written
     */
    public static Look write(Setup setup, Path folder, Duration time) throws IOException {
        ModelFile model = ModelFile.read(model(folder));
        Validation validation = setup.validation();
        Map<Integer, LabelMap> answers = new LinkedHashMap<>();
        Look look = validation.look(model, answers::put);
        Metrics metrics = Metrics.read(folder);
        Report.write(
                folder.resolve(Report.FILE),
                new Report.Content(
                        setup.plan().name(),
                        headlines(look),
                        summary(setup, model, time),
                        Report.Curves.usual(metrics),
                        validation.count() == 0
                                ? new Report.Scores(List.of(), Report.Confusion.NONE)
                                : scores(look.matrix(), setup.classes()),
                        examples(setup, validation, look, answers)));
        return look;
    }

    /**
     * The model a run is known by.
     *
     * @param folder the run's
     * @return the best, or the last where nothing was held back to judge by
     */
    public static Path model(Path folder) {
        Path best = folder.resolve("best.vung");
        return Files.exists(best) ? best : folder.resolve("last.vung");
    }

    private static List<Report.Headline> headlines(Look look) {
        return look.images().isEmpty()
                ? List.of()
                : List.of(
                        new Report.Headline("mean IoU", percent(look.matrix().meanIou())),
                        new Report.Headline("mean Dice", percent(look.matrix().meanDice())),
                        new Report.Headline(
                                "pixel accuracy", percent(look.matrix().accuracy())));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static Report.Summary summary(Setup setup, ModelFile model, Duration time) {
        return new Report.Summary(
                model.graph().toString(),
                model.weights().numbers(),
                setup.training().items().size() + " images to learn from, "
                        + setup.held().items().size() + " held back",
                PlanFile.text(setup.plan(), Map.of()),
                setup.plan().seed(),
                time,
                Runtime.getRuntime().availableProcessors() + " processors, "
                        + setup.precision().toString().toLowerCase(Locale.ROOT));
    }

    private static Report.Scores scores(ConfusionMatrix matrix, List<LabelClass> classes) {
        List<Report.ClassScores> rows = new ArrayList<>();
        long[][] counts = new long[classes.size()][classes.size()];
        for (int at = 0; at < classes.size(); at++) {
            rows.add(new Report.ClassScores(
                    classes.get(at).name(), matrix.dice(at), matrix.iou(at), matrix.precision(at), matrix.recall(at)));
            for (int said = 0; said < classes.size(); said++) {
                counts[at][said] = matrix.count(at, said);
            }
        }
        List<String> names = classes.stream().map(LabelClass::name).toList();
        return new Report.Scores(rows, new Report.Confusion(names, counts));
    }

    private static Report.Examples examples(
            Setup setup, Validation validation, Look look, Map<Integer, LabelMap> answers) throws IOException {
        List<Integer> order = new ArrayList<>(answers.keySet());
        order.removeIf(index -> Double.isNaN(look.images().get(index)));
        order.sort(Comparator.comparing(index -> -look.images().get(index)));
        int count = Math.min(SHOWN, order.size() / 2);
        List<Report.Example> best = new ArrayList<>();
        List<Report.Example> worst = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            best.add(example(setup.held(), validation, look, answers, order.get(at)));
            worst.add(example(setup.held(), validation, look, answers, order.get(order.size() - 1 - at)));
        }
        return new Report.Examples(setup.classes(), best, worst);
    }

    private static Report.Example example(
            Dataset set, Validation validation, Look look, Map<Integer, LabelMap> answers, int index)
            throws IOException {
        Item item = set.items().get(index);
        LabelMap said = answers.get(index);
        if (said == null) {
            throw new IllegalStateException("image " + index + " must have been answered");
        }
        return new Report.Example(
                item.name(),
                look.images().get(index),
                validation.pair(index).image(),
                validation.pair(index).truth(),
                said);
    }
}
