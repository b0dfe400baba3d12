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
import org.vung.data.Item;
import org.vung.data.augment.Pair;
import org.vung.label.LabelMap;
import org.vung.nets.file.ModelFile;
import org.vung.torch.record.Metrics;
import org.vung.torch.record.report.Report;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.task.Look;
import org.vung.torch.train.task.Task;

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
        Map<Integer, LabelMap> answers = new LinkedHashMap<>();
        Look look = setup.task().look(model, answers::put);
        Metrics metrics = Metrics.read(folder);
        Report.write(
                folder.resolve(Report.FILE),
                new Report.Content(
                        setup.plan().name(),
                        headlines(look),
                        summary(setup, model, time),
                        Report.Curves.usual(metrics),
                        look.images().isEmpty() ? new Report.Scores(List.of(), Report.Confusion.NONE) : look.table(),
                        examples(setup, look, answers),
                        Samples.read(folder)));
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
                : look.scores().stream()
                        .limit(SHOWN)
                        .map(score -> new Report.Headline(score.name(), percent(score.value())))
                        .toList();
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

    private static Report.Examples examples(Setup setup, Look look, Map<Integer, LabelMap> answers) throws IOException {
        List<Integer> order = new ArrayList<>(answers.keySet());
        order.removeIf(index -> Double.isNaN(look.images().get(index)));
        order.sort(Comparator.comparing(index -> -look.images().get(index)));
        int count = Math.min(SHOWN, order.size() / 2);
        List<Report.Example> best = new ArrayList<>();
        List<Report.Example> worst = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            best.add(example(setup, look, answers, order.get(at)));
            worst.add(example(setup, look, answers, order.get(order.size() - 1 - at)));
        }
        Task task = setup.task();
        return new Report.Examples(task.ofObjects() ? List.of() : task.classes(), best, worst);
    }

    private static Report.Example example(Setup setup, Look look, Map<Integer, LabelMap> answers, int index)
            throws IOException {
        Item item = setup.held().items().get(index);
        LabelMap said = answers.get(index);
        if (said == null) {
            throw new IllegalStateException("image " + index + " must have been answered");
        }
        Pair shown = setup.task().shown(index);
        return new Report.Example(item.name(), look.images().get(index), shown.image(), shown.truth(), said);
    }
}
