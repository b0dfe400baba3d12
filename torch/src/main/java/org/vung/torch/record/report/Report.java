package org.vung.torch.record.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.image.Image;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.torch.record.Metrics;

/** A run as one HTML file that needs nothing beside it: no script, no other file, no network. */
public final class Report {

    /** Name of the report in a run's folder. */
    public static final String FILE = "report.html";

    private Report() {}

    /**
     * Writes the page in one step, over an earlier one.
     *
     * @param html name of the file; its folder exists
     * @param content what to tell; parts that are empty are left out
     * @throws IOException if the file cannot be written; what stood there before stands there still
     */
    public static void write(Path html, Content content) throws IOException {
        byte[] page = Page.of(content).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(html, Existing.REPLACE, out -> out.write(page));
    }

    /**
     * What a report tells. Any text is shown as it is; markup in it has no effect.
     *
     * @param title of the page, such as the name of the run
     * @param headlines the few numbers to see first
     * @param summary what was trained
     * @param curves how it went
     * @param scores how good it is
     * @param examples where it is right and where it errs
     * @param sheets pictures it made on the way, the first first
     */
    public record Content(
            String title,
            List<Headline> headlines,
            Summary summary,
            Curves curves,
            Scores scores,
            Examples examples,
            List<Sheet> sheets) {

        /**
         * Without sheets.
         *
         * @param title of the page
         * @param headlines the few numbers to see first
         * @param summary what was trained
         * @param curves how it went
         * @param scores how good it is
         * @param examples where it is right and where it errs
         */
        public Content(
                String title,
                List<Headline> headlines,
                Summary summary,
                Curves curves,
                Scores scores,
                Examples examples) {
            this(title, headlines, summary, curves, scores, examples, List.of());
        }

        /** Copies the lists. */
        public Content {
            headlines = List.copyOf(headlines);
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * Pictures side by side.
     *
     * @param name what they are
     * @param picture any image
     */
    public record Sheet(String name, Image picture) {}

    /**
     * A number to see first.
     *
     * @param name such as {@code mean IoU}
     * @param value such as {@code 0.812}
     */
    public record Headline(String name, String value) {}

    /**
     * What was trained.
     *
     * @param model the network in words
     * @param parameters of the network that are trained
     * @param data the data sets and their split in words
     * @param plan text of the plan that reruns the run
     * @param seed of all chance
     * @param time of the whole run
     * @param machine processor, memory, software
     */
    public record Summary(
            String model, long parameters, String data, String plan, long seed, Duration time, String machine) {}

    /**
     * How it went.
     *
     * @param metrics numbers of the run
     * @param charts what to draw of them
     */
    public record Curves(Metrics metrics, List<Chart> charts) {

        /** Checks that the numbers exist. */
        public Curves {
            charts = List.copyOf(charts);
            for (Chart chart : charts) {
                if (!metrics.names().containsAll(chart.names())) {
                    throw new IllegalArgumentException("names of chart '" + chart.title() + "' must be among "
                            + metrics.names() + ", got " + chart.names());
                }
            }
        }

        /**
         * Charts by the names of the numbers: those with {@code loss} in their last word share one, as do those that are
         * called {@code lr} or learning rate; others whose values lie in 0 … 1 are scores, six a chart; each of the rest
         * stands alone. Losses and rates that span a factor of 100 get a logarithmic axis.
         *
         * @param metrics numbers of a run
         * @return charts of all of them
         */
        public static Curves usual(Metrics metrics) {
            return new Curves(metrics, UsualCharts.of(metrics));
        }
    }

    /**
     * Curves over the steps in one frame.
     *
     * @param title over the frame
     * @param names of the numbers, 1 … 6
     * @param logarithmic whether the vertical axis is; values of 0 and below are then gaps
     */
    public record Chart(String title, List<String> names, boolean logarithmic) {

        /** Most curves of a chart. */
        public static final int MOST = 6;

        /** Checks the number of curves. */
        public Chart {
            names = List.copyOf(names);
            if (names.isEmpty() || names.size() > MOST) {
                throw new IllegalArgumentException(
                        "chart '" + title + "' must have 1 … " + MOST + " curves, got " + names.size() + "; split it");
            }
        }
    }

    /**
     * How good it is.
     *
     * @param classes a row for each class; may be empty
     * @param confusion pixels by class; {@link Confusion#NONE} without
     */
    public record Scores(List<ClassScores> classes, Confusion confusion) {

        /** Copies the rows. */
        public Scores {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Scores of one class, 0 … 1, NaN where they are not defined.
     *
     * @param name of the class
     * @param dice 2·TP / (2·TP + FP + FN)
     * @param iou TP / (TP + FP + FN), also called Jaccard
     * @param precision TP / (TP + FP)
     * @param recall TP / (TP + FN)
     */
    public record ClassScores(String name, double dice, double iou, double precision, double recall) {}

    /** Pixels by their true class and the class they were given. */
    public static final class Confusion {

        /** No classes. */
        public static final Confusion NONE = new Confusion(List.of(), new long[0][0]);

        private final List<String> classes;
        private final long[][] pixels;

        /**
         * Copies a matrix.
         *
         * @param classes their names
         * @param pixels [true class][given class], at least 0
         */
        public Confusion(List<String> classes, long[][] pixels) {
            this.classes = List.copyOf(classes);
            this.pixels = pixels.clone();
            if (pixels.length != classes.size()) {
                throw wrong(pixels.length + " rows");
            }
            for (int row = 0; row < pixels.length; row++) {
                this.pixels[row] = pixels[row].clone();
                if (pixels[row].length != classes.size()) {
                    throw wrong(pixels[row].length + " columns in row " + row);
                }
                for (long count : pixels[row]) {
                    if (count < 0) {
                        throw wrong(count + " pixels in row " + row);
                    }
                }
            }
        }

        private IllegalArgumentException wrong(String got) {
            return new IllegalArgumentException("confusion of " + classes.size() + " classes must have as many rows and"
                    + " columns of numbers that are at least 0, got " + got);
        }

        List<String> classes() {
            return classes;
        }

        long[] row(int trueClass) {
            return pixels[trueClass].clone();
        }
    }

    /**
     * Images with their ground truth and what the network makes of them.
     *
     * @param classes names and colours by label; none where labels number objects, 0 for what is none
     * @param best the images it does best, best first
     * @param worst the images it does worst, worst first
     */
    public record Examples(List<LabelClass> classes, List<Example> best, List<Example> worst) {

        /** No examples. */
        public static final Examples NONE = new Examples(List.of(), List.of(), List.of());

        /** Checks the labels. */
        public Examples {
            classes = List.copyOf(classes);
            best = List.copyOf(best);
            worst = List.copyOf(worst);
            for (List<Example> some : classes.isEmpty() ? List.<List<Example>>of() : List.of(best, worst)) {
                for (Example example : some) {
                    check("truth", example.name(), example.truth(), classes.size());
                    check("prediction", example.name(), example.prediction(), classes.size());
                }
            }
        }

        private static void check(String what, String name, LabelMap labels, int classes) {
            for (int label : labels.sharedLabels()) {
                if (label >= classes && label != ClassMap.IGNORE) {
                    throw new IllegalArgumentException("labels in the " + what + " of '" + name + "' must be below "
                            + classes + ", the number of classes, or " + ClassMap.IGNORE + ", got " + label);
                }
            }
        }
    }

    /**
     * One image.
     *
     * @param name of the image
     * @param score 0 … 1
     * @param image any image
     * @param truth classes of its pixels, {@link ClassMap#IGNORE} where nobody knows; of the image's size
     * @param prediction classes given; of the image's size
     */
    public record Example(String name, double score, Image image, LabelMap truth, LabelMap prediction) {

        /** Checks the sizes. */
        public Example {
            if (!truth.size().equals(image.size()) || !prediction.size().equals(image.size())) {
                throw new IllegalArgumentException("truth and prediction of '" + name + "' must have the image's size "
                        + image.size() + ", got " + truth.size() + " and " + prediction.size());
            }
        }
    }
}
