package org.vung.torch.record.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.vung.torch.record.Metrics;

/** Which numbers of a run share a chart, told by their names and values. */
final class UsualCharts {

    private static final Set<String> RATES = Set.of("lr", "learning_rate", "learning rate", "learningrate");
    private static final double LOGARITHMIC = 100;

    private UsualCharts() {}

    static List<Report.Chart> of(Metrics metrics) {
        List<String> losses = new ArrayList<>();
        List<String> rates = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String name : metrics.names()) {
            String word = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (word.contains("loss")) {
                losses.add(name);
            } else if (RATES.contains(word)) {
                rates.add(name);
            } else if (values(metrics, List.of(name)).allMatch(value -> value >= 0 && value <= 1)) {
                scores.add(name);
            } else {
                rest.add(name);
            }
        }
        List<Report.Chart> charts = new ArrayList<>();
        add("Loss", losses, wide(metrics, losses), charts);
        add("Scores", scores, false, charts);
        add("Learning rate", rates, wide(metrics, rates), charts);
        rest.forEach(name -> charts.add(new Report.Chart(name, List.of(name), false)));
        return charts;
    }

    private static void add(String title, List<String> names, boolean logarithmic, List<Report.Chart> charts) {
        int parts = (names.size() + Report.Chart.MOST - 1) / Report.Chart.MOST;
        for (int part = 0; part < parts; part++) {
            int from = part * Report.Chart.MOST;
            List<String> some = names.subList(from, Math.min(names.size(), from + Report.Chart.MOST));
            String number = parts == 1 ? "" : ", " + (part + 1) + " of " + parts;
            charts.add(new Report.Chart(title + number, some, logarithmic));
        }
    }

    private static boolean wide(Metrics metrics, List<String> names) {
        double least = values(metrics, names).min().orElse(0);
        return least > 0 && values(metrics, names).max().orElse(0) >= LOGARITHMIC * least;
    }

    private static DoubleStream values(Metrics metrics, List<String> names) {
        return names.stream()
                .flatMap(name -> metrics.points(name).stream())
                .mapToDouble(Metrics.Point::value)
                .filter(Double::isFinite);
    }
}
