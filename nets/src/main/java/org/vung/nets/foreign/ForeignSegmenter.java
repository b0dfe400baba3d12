package org.vung.nets.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.MeaningJson;
import org.vung.nets.layer.Extent;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.window.Blend;
import org.vung.nets.window.WindowAxis;

/**
 * Gives every pixel the class that a foreign network finds most likely. Scores of a lower resolution are enlarged to the image's,
 * bilinearly, before the class is chosen. Safe to share between threads; owns its network and closes it.
 */
public final class ForeignSegmenter implements SoftSegmenter, AutoCloseable {

    private final ForeignNetwork network;
    private final Description description;
    private final Plan plan;

    /**
     * A segmenter over a network.
     *
     * @param network owned from now on
     * @param description of its numbers
     * @throws WeightFileException if they do not fit each other; the message names the field and the mend
     */
    public ForeignSegmenter(ForeignNetwork network, Description description) throws WeightFileException {
        this.network = network;
        this.description = description;
        try {
            int channels = network.takes().channels();
            int given = description.preprocessing().colours().channels();
            if (channels != ForeignNetwork.ANY && channels != given) {
                throw new IllegalArgumentException(
                        "preprocessing.colours must give the network's " + channels + " channels, got "
                                + MeaningJson.word(description.preprocessing().colours()) + " of " + given);
            }
            plan = Plan.of(network.takes(), description);
        } catch (IllegalArgumentException wrong) {
            throw new WeightFileException(network.file(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** How images are given: whole up to a multiple, or at one size. */
    private record Plan(Fit fit, Extent size) {

        static Plan of(ForeignNetwork.Takes takes, Description description) {
            int height = length(
                    takes.height(),
                    description.size() == null ? 0 : description.size().rows(),
                    "height");
            int width = length(
                    takes.width(),
                    description.size() == null ? 0 : description.size().columns(),
                    "width");
            if ((height == 0) != (width == 0)) {
                throw new IllegalArgumentException("size must be given, since the network fixes only one of height and"
                        + " width, got none; write \"size\": {\"height\": " + Math.max(height, 512) + ", \"width\": "
                        + Math.max(width, 512) + "}");
            }
            boolean free = height == 0;
            Fit fit = description.fit() != null ? description.fit() : free ? Fit.WHOLE : Fit.WINDOWS;
            if (free != (fit == Fit.WHOLE)) {
                throw new IllegalArgumentException(
                        free
                                ? "fit must be whole where no size is fixed, got " + MeaningJson.word(fit)
                                        + "; give \"size\": {\"height\": 512, \"width\": 512}"
                                : "fit must be windows or resize for the size " + height + " × " + width
                                        + ", got whole");
            }
            if (!free && description.multiple() != 1) {
                throw new IllegalArgumentException("multiple must be left out for the fixed size " + height + " × "
                        + width + ", got " + description.multiple());
            }
            return new Plan(fit, free ? Extent.square(description.multiple()) : new Extent(height, width));
        }

        private static int length(int taken, int said, String what) {
            if (taken != ForeignNetwork.ANY && said != 0 && taken != said) {
                throw new IllegalArgumentException(
                        "size." + what + " must be the network's " + taken + ", got " + said + "; leave it out");
            }
            return taken != ForeignNetwork.ANY ? taken : said;
        }

        /** The size up to which an image is filled. */
        Extent filled(Image image) {
            return new Extent(up(image.height(), size.rows()), up(image.width(), size.columns()));
        }

        private static int up(int length, int multiple) {
            return Math.multiplyExact((length - 1) / multiple + 1, multiple);
        }
    }

    /**
     * Segments one image.
     *
     * @param image grey or RGB, any size from 1×1
     * @return the class of every pixel
     * @throws UncheckedIOException if the network fails or answers with what its description does not say
     */
    @Override
    public Semantic segment(Image image) {
        int[] labels = new int[image.size().pixels()];
        int windows = work(image, (answer, row, at) -> answer.label(row, image.width(), labels, at * image.width()));
        Findings findings = Findings.none()
                .with("network", network.file())
                .with("fit", MeaningJson.word(plan.fit))
                .with("windows", windows);
        return new Semantic(LabelMap.wrap(image.size(), labels), description.classes(), findings);
    }

    @Override
    public List<LabelClass> classes() {
        return description.classes();
    }

    /**
     * The probability of every class at every pixel; of windows, those of the blended scores.
     *
     * @param image as for {@link #segment(Image)}
     * @return planes of the image's size
     * @throws IllegalArgumentException if the network says labels only
     */
    @Override
    public ClassScores scores(Image image) {
        int pixels = image.size().pixels();
        float[] planes = new float[Math.multiplyExact(classes().size(), pixels)];
        if (description.answer() == Output.LABELS) {
            throw new IllegalArgumentException("answer of " + network.file()
                    + " must be logits or probabilities where probabilities are asked for, got labels; export it without"
                    + " its last step");
        }
        work(image, (answer, row, at) -> answer.probabilities(row, image.width(), planes, at * image.width(), pixels));
        return ClassScores.wrap(image.size(), classes(), planes);
    }

    /** Takes the scores [planes, width] of a row of the image, and what they mean. */
    @FunctionalInterface
    private interface Rows {

        void take(Output answer, float[] scores, int row);
    }

    /** Runs the network; rows may come from several threads, each once. The windows it took. */
    private int work(Image image, Rows rows) {
        Samples samples = new Samples(description.preprocessing().contrasted(image), description.preprocessing());
        switch (plan.fit) {
            case WHOLE -> {
                Extent filled = plan.filled(image);
                each(scores(samples.cut(0, 0, filled), filled), filled, image, rows);
            }
            case RESIZE -> {
                Extent size = new Extent(image.height(), image.width());
                each(scores(samples.resized(plan.size), plan.size), size, image, rows);
            }
            case WINDOWS -> {
                return blend(samples, image, rows);
            }
        }
        return 1;
    }

    private Scores scores(FloatArray input, Extent size) {
        try {
            Scores scores =
                    Scores.of(network.run(input), description, network.takes().order());
            if (!isScaled(scores.height(), size.rows()) || !isScaled(scores.width(), size.columns())) {
                throw new IllegalArgumentException(
                        "answer must cover the image, at its size or a whole fraction of it, got "
                                + scores.height() + " × " + scores.width() + " for " + size.rows() + " × "
                                + size.columns()
                                + "; export networks without padding with theirs added");
            }
            return scores;
        } catch (IllegalArgumentException wrong) {
            throw new UncheckedIOException(
                    new WeightFileException(network.file(), String.valueOf(wrong.getMessage()), wrong));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether maps are the input over a whole number, rounded either way, or times one. */
    private static boolean isScaled(int answer, int input) {
        if (answer >= input) {
            return answer % input == 0;
        }
        for (int stride = input / (answer + 1); stride <= input / Math.max(1, answer - 1); stride++) {
            if (stride > 0 && (input / stride == answer || (input - 1) / stride + 1 == answer)) {
                return true;
            }
        }
        return false;
    }

    private void each(Scores scores, Extent size, Image image, Rows rows) {
        ScoreRows read = new ScoreRows(scores, size, image.width(), description.answer() == Output.LABELS);
        RowBands.forEach(image.height(), (from, to) -> {
            float[] row = new float[scores.planes() * image.width()];
            for (int at = from; at < to; at++) {
                read.row(at, row);
                rows.take(description.answer(), row, at);
            }
        });
    }

    private int blend(Samples samples, Image image, Rows rows) {
        WindowAxis down = WindowAxis.of(image.height(), plan.size.rows());
        WindowAxis across = WindowAxis.of(image.width(), plan.size.columns());
        boolean votes = description.answer() == Output.LABELS;
        int planes = votes ? description.classes().size() : description.planes();
        Blend blend = new Blend(planes, down.window(), across.window(), image.width());
        Output answer = votes ? Output.LOGITS : description.answer();
        float[] means = new float[planes * image.width()];
        int done = 0;
        for (int at = 0; at < down.starts().size(); at++) {
            int top = down.starts().get(at);
            int shown = Math.min(plan.size.rows(), image.height() - top);
            for (int left : across.starts()) {
                Scores scores = scores(samples.cut(top, left, plan.size), plan.size);
                add(scores, blend, new Place(top, left, shown));
            }
            int next = at + 1 < down.starts().size() ? down.starts().get(at + 1) : image.height();
            for (; done < next; done++) {
                blend.take(done, means);
                rows.take(answer, means, done);
            }
        }
        return down.starts().size() * across.starts().size();
    }

    /** Where a window begins, and how many of its rows lie in the image. */
    private record Place(int top, int left, int rows) {}

    private void add(Scores scores, Blend blend, Place place) {
        boolean votes = description.answer() == Output.LABELS;
        int width = plan.size.columns();
        ScoreRows rows = new ScoreRows(scores, plan.size, width, votes);
        float[] row = new float[scores.planes() * width];
        for (int i = 0; i < place.rows; i++) {
            rows.row(i, row);
            if (votes) {
                blend.vote(place.top, place.left, i, row);
            } else {
                blend.add(place.top, place.left, i, row, 0, width);
            }
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
