package org.vung.cli.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vung.data.Dataset;
import org.vung.data.evaluate.ClassMatch;
import org.vung.data.evaluate.Family;
import org.vung.data.evaluate.Prediction;
import org.vung.data.evaluate.Score;
import org.vung.data.evaluate.Tally;
import org.vung.label.LabelMap;
import org.vung.score.Bootstrap;

/**
 * One family of scores of one method, or of two on the same images.
 *
 * @param tallies one per method
 * @param <C> counts of an image
 */
record Judged<C>(List<Tally<C>> tallies) {

    static <C> Judged<C> of(Dataset set, List<ClassMatch> matches, Function<ClassMatch, Family<C>> family)
            throws IOException {
        return of(set, matches.stream().map(family).toList());
    }

    static <C> Judged<C> of(Dataset set, List<? extends Family<C>> families) throws IOException {
        List<Tally<C>> tallies = new ArrayList<>();
        for (Family<C> family : families) {
            tallies.add(Tally.of(family, set));
        }
        return new Judged<>(List.copyOf(tallies));
    }

    List<Score> scores() {
        return tallies.get(0).family().scores();
    }

    /** Adds an image to the tallies of all methods, or to none; the scores of each. */
    List<double[]> add(int index, List<Prediction> said) throws IOException {
        List<double[]> values = new ArrayList<>();
        try {
            for (Tally<C> tally : tallies) {
                values.add(tally.add(index, said.get(values.size())));
            }
            return values;
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            tallies.subList(0, values.size()).forEach(Tally::drop);
            throw failure;
        }
    }

    void drop() {
        tallies.forEach(Tally::drop);
    }

    LabelMap truth(int index) throws IOException {
        return tallies.get(0).shown(index);
    }

    LabelMap said(Prediction prediction) {
        return tallies.get(0).family().shown(prediction);
    }

    boolean showsObjects() {
        return tallies.get(0).family().showsObjects();
    }

    List<Row> rows(Bootstrap bootstrap) {
        List<Score> scores = scores();
        List<Bootstrap.Interval> first = tallies.get(0).intervals(bootstrap);
        List<Bootstrap.Interval> second = tallies.size() > 1 ? tallies.get(1).intervals(bootstrap) : List.of();
        List<Bootstrap.Difference> gains =
                tallies.size() > 1 ? tallies.get(0).differences(tallies.get(1), bootstrap) : List.of();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < scores.size(); at++) {
            boolean both = tallies.size() > 1;
            rows.add(new Row(
                    tallies.get(0).family().name(),
                    scores.get(at),
                    first.get(at),
                    both ? second.get(at) : null,
                    both ? gains.get(at) : null));
        }
        return rows;
    }
}
