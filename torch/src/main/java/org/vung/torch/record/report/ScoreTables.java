package org.vung.torch.record.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.vung.data.html.Html;

/** Scores of every class, and which class is taken for which. */
final class ScoreTables {

    /** From so many classes on, cells of the matrix hold whole per cent only. */
    private static final int CROWDED = 9;

    private static final double HALF = 0.5;

    private ScoreTables() {}

    static void write(Report.Scores scores, Html html) {
        if (!scores.classes().isEmpty()) {
            html.open("section").words("h2", "Scores by class");
            classes(scores.classes(), html);
            html.close("section");
        }
        if (!scores.confusion().classes().isEmpty()) {
            html.open("section").words("h2", "Confusion matrix");
            html.words(
                    "p",
                    "Each row is a true class; its cells say which share of its pixels, in per cent, was given"
                            + " which class. What is right is blue, what is wrong is red.");
            confusion(scores.confusion(), html);
            html.close("section");
        }
    }

    private static void classes(List<Report.ClassScores> rows, Html html) {
        html.open("div", "class", "wide").open("table", "class", "scores").open("tr");
        List.of("Class", "Dice", "IoU", "Precision", "Recall").forEach(name -> html.words("th", name, "scope", "col"));
        html.close("tr");
        for (Report.ClassScores row : rows) {
            html.open("tr").words("th", row.name(), "scope", "row");
            for (double score : new double[] {row.dice(), row.iou(), row.precision(), row.recall()}) {
                String length = String.format(Locale.ROOT, "--v:%.1f%%", Double.isNaN(score) ? 0 : 100 * score);
                html.words("td", Numbers.score(score), "style", length);
            }
            html.close("tr");
        }
        html.close("table").close("div");
    }

    private static void confusion(Report.Confusion confusion, Html html) {
        List<String> names = confusion.classes();
        boolean crowded = names.size() >= CROWDED;
        html.open("div", "class", "wide").open("table", "class", crowded ? "confusion crowded" : "confusion");
        html.open("tr").words("th", "true \\ given", "class", "corner");
        names.forEach(name -> html.open("th", "scope", "col", "title", name)
                .words("span", name)
                .close("th"));
        html.close("tr");
        for (int trueClass = 0; trueClass < names.size(); trueClass++) {
            String name = names.get(trueClass);
            html.open("tr").words("th", name, "scope", "row", "title", name);
            row(confusion, trueClass, crowded, html);
            html.close("tr");
        }
        html.close("table").close("div");
    }

    private static void row(Report.Confusion confusion, int trueClass, boolean crowded, Html html) {
        long[] pixels = confusion.row(trueClass);
        double all = LongStream.of(pixels).asDoubleStream().sum();
        for (int given = 0; given < pixels.length; given++) {
            double share = all == 0 ? 0 : pixels[given] / all;
            String kind = (given == trueClass ? "right" : "wrong") + (share >= HALF ? " full" : "");
            String told = String.format(
                    Locale.ROOT,
                    "%s as %s: %,d pixels",
                    name(confusion, trueClass),
                    name(confusion, given),
                    pixels[given]);
            html.open("td", "class", kind, "style", String.format(Locale.ROOT, "--v:%.3f", share), "title", told);
            html.words(all == 0 ? "–" : Numbers.percent((double) pixels[given], all, crowded ? 0 : 1));
            if (!crowded) {
                html.words("small", Numbers.counted(pixels[given]));
            }
            html.close("td");
        }
    }

    private static String name(Report.Confusion confusion, int index) {
        return confusion.classes().get(index);
    }
}
