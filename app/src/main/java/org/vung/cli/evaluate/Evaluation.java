package org.vung.cli.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vung.Instances;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.cli.report.Failure;
import org.vung.cli.terminal.Fault;
import org.vung.cli.terminal.Terminal;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.evaluate.ClassMatch;
import org.vung.data.evaluate.Prediction;
import org.vung.data.view.ClassMaps;
import org.vung.image.Image;
import org.vung.label.LabelClass;

/**
 * Runs methods over the images of a data set and tallies their scores. An image that cannot be read or worked on is told and left
 * out for all methods; one that shows at once that method and data do not fit ends the work.
 */
final class Evaluation {

    private final Dataset set;
    private final List<LabelClass> classes;
    private final List<Segmenter> methods;
    private final List<String> families;
    private final String positive;
    private final List<Double> sure;
    private final Samples samples = new Samples();
    private final List<Judged<?>> judged = new ArrayList<>();
    private final List<ClassMatch> matches = new ArrayList<>();
    private final List<ImageScores> images = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private double seconds;

    /**
     * The scores of one image alone.
     *
     * @param item the image
     * @param values [family][method] in the order of the family's scores
     */
    record ImageScores(Item item, List<List<double[]>> values) {}

    /**
     * Begins.
     *
     * @param set of images
     * @param methods one, or two to be compared
     * @param sure least scores of objects that count as instances, one per method
     * @param families words of {@link Families}
     * @param positive class, or empty
     */
    Evaluation(Dataset set, List<Segmenter> methods, List<Double> sure, List<String> families, String positive)
            throws IOException {
        this.set = set;
        this.classes = ClassMaps.of(set).classes();
        this.methods = methods;
        this.families = families;
        this.positive = positive;
        this.sure = sure;
    }

    void run(Terminal terminal) {
        List<Item> items = set.items();
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            terminal.progress(index, items.size(), item.name());
            try {
                add(index, item);
            } catch (Mismatch mismatch) {
                throw new IllegalArgumentException(item.name() + ": " + mismatch.getMessage(), mismatch);
            } catch (IOException | RuntimeException | OutOfMemoryError failure) {
                Fault fault = Fault.of(failure).at(item.name());
                terminal.report(fault, failure);
                failures.add(new Failure(item.name(), fault.line(), fault.exitCode()));
            }
        }
        terminal.clearProgress();
    }

    /** Method and data do not fit, whatever the image. */
    private static final class Mismatch extends RuntimeException {

        private static final long serialVersionUID = 1;

        Mismatch(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private void add(int index, Item item) throws IOException {
        Image image = set.image(index);
        List<Prediction> said = new ArrayList<>();
        for (Segmenter method : methods) {
            long start = System.nanoTime();
            said.add(Prediction.of(method, image, Families.soft(families)));
            seconds += said.size() == 1 ? (System.nanoTime() - start) / 1e9 : 0;
        }
        try {
            if (judged.isEmpty()) {
                begin(said);
            }
            images.add(new ImageScores(item, count(index, said)));
        } catch (IllegalArgumentException wrong) {
            if (images.isEmpty()) {
                throw new Mismatch(wrong);
            }
            throw wrong;
        }
        Judged<?> first = judged.get(0);
        double value = images.get(images.size() - 1).values.get(0).get(0)[0];
        samples.offer(
                first.scores().get(0).largerIsBetter() ? value : -value,
                () -> new Samples.Sample(
                        item.name(),
                        value,
                        image,
                        first.truth(index),
                        first.said(said.get(0)),
                        first.showsObjects(),
                        said.get(0).answer() instanceof Instances found
                                ? Optional.of(found.surer(sure.get(0)))
                                : Optional.empty(),
                        said.get(0).soft()));
    }

    private void begin(List<Prediction> said) throws IOException {
        for (Prediction prediction : said) {
            matches.add(match(prediction));
        }
        int wanted = Families.positive(positive, classes);
        for (String family : families) {
            judged.add(Families.judged(family, set, matches, wanted, sure));
        }
    }

    private ClassMatch match(Prediction said) {
        if (said.answer() instanceof Instances && Families.needClasses(families)) {
            throw new IllegalArgumentException(
                    "--scores must be some of instances,boxes,masks,regions for a method that" + " finds objects, got "
                            + String.join(",", families));
        }
        boolean named = said.answer() instanceof Semantic && Families.needClasses(families);
        return ClassMatch.of(classes, named ? ((Semantic) said.answer()).classes() : List.of());
    }

    /** Counts an image in all families or in none. */
    private List<List<double[]>> count(int index, List<Prediction> said) throws IOException {
        List<List<double[]>> values = new ArrayList<>();
        try {
            for (Judged<?> each : judged) {
                values.add(each.add(index, said));
            }
            return values;
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            judged.subList(0, values.size()).forEach(Judged::drop);
            throw failure;
        }
    }

    Dataset set() {
        return set;
    }

    List<LabelClass> classes() {
        return classes;
    }

    List<Judged<?>> judged() {
        return judged;
    }

    List<ClassMatch> matches() {
        return matches;
    }

    List<ImageScores> images() {
        return images;
    }

    List<Failure> failures() {
        return failures;
    }

    Samples samples() {
        return samples;
    }

    /** Mean of the first method, without reading. */
    double secondsPerImage() {
        return seconds / Math.max(1, images.size());
    }
}
