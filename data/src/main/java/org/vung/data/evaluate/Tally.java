package org.vung.data.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.label.LabelMap;
import org.vung.score.Bootstrap;

/**
 * One family's counts of the images of a data set, added one by one.
 *
 * @param <C> the counts of an image
 */
public final class Tally<C> {

    private final Family<C> family;
    private final Dataset view;
    private final List<Item> items;
    private final List<Integer> indices = new ArrayList<>();
    private final List<C> counts = new ArrayList<>();

    private Tally(Family<C> family, Dataset view) {
        this.family = family;
        this.view = view;
        this.items = view.items();
    }

    /**
     * A tally of no image yet.
     *
     * @param family of scores
     * @param set that its images are of
     * @param <C> the counts of an image
     * @return the tally
     * @throws IOException if a first truth cannot be read
     */
    public static <C> Tally<C> of(Family<C> family, Dataset set) throws IOException {
        return new Tally<>(family, family.view(set));
    }

    /**
     * What is tallied.
     *
     * @return the family
     */
    public Family<C> family() {
        return family;
    }

    /**
     * Adds an image.
     *
     * @param index in the data set
     * @param said of it
     * @return the scores of this image alone
     * @throws IOException if the truth cannot be read
     * @throws IllegalArgumentException if truth and answer do not fit
     */
    public double[] add(int index, Prediction said) throws IOException {
        C count = family.count(view.truth(index), said);
        indices.add(index);
        counts.add(count);
        return family.values(List.of(count));
    }

    /** Forgets the image added last, so that tallies of two methods hold the same images. */
    public void drop() {
        indices.remove(indices.size() - 1);
        counts.remove(counts.size() - 1);
    }

    /**
     * The truth as a picture shows it.
     *
     * @param index in the data set
     * @return labels
     * @throws IOException if it cannot be read
     */
    public LabelMap shown(int index) throws IOException {
        return family.shown(view.truth(index));
    }

    /**
     * How many images there are.
     *
     * @return at least 0
     */
    public int images() {
        return counts.size();
    }

    /**
     * How many groups they are of.
     *
     * @return what is drawn from
     */
    public int groups() {
        return grouped().size();
    }

    /**
     * The scores and how far they would move with other images. Groups of images are drawn, where the data set knows them.
     *
     * @param bootstrap how often to draw
     * @return in the order of the family's scores
     */
    public List<Bootstrap.Interval> intervals(Bootstrap bootstrap) {
        List<List<C>> groups = grouped();
        double[] values = family.values(counts);
        Bootstrap.Interval[] intervals = bootstrap.intervals(groups.size(), drawn(groups));
        for (int score = 0; score < values.length; score++) {
            intervals[score] = new Bootstrap.Interval(values[score], intervals[score].low(), intervals[score].high());
        }
        return Arrays.asList(intervals);
    }

    /**
     * How much better another method is on the same images.
     *
     * @param other the tally of the other, of the same images
     * @param bootstrap how often to draw
     * @return other minus this, in the order of the family's scores
     */
    public List<Bootstrap.Difference> differences(Tally<C> other, Bootstrap bootstrap) {
        if (!other.indices.equals(indices)) {
            throw new IllegalArgumentException("methods must be tallied on the same images, got " + indices.size()
                    + " and " + other.indices.size());
        }
        List<List<C>> groups = grouped();
        double[] before = family.values(counts);
        double[] after = other.family.values(other.counts);
        Bootstrap.Difference[] differences =
                bootstrap.differences(groups.size(), drawn(groups), drawn(other.grouped()));
        for (int score = 0; score < before.length; score++) {
            Bootstrap.Interval drawn = differences[score].value();
            differences[score] = new Bootstrap.Difference(
                    new Bootstrap.Interval(after[score] - before[score], drawn.low(), drawn.high()),
                    differences[score].p());
        }
        return Arrays.asList(differences);
    }

    private Function<int[], double[]> drawn(List<List<C>> groups) {
        return places -> {
            List<C> drawn = new ArrayList<>();
            for (int place : places) {
                drawn.addAll(groups.get(place));
            }
            return family.drawn(drawn);
        };
    }

    private List<List<C>> grouped() {
        Map<String, List<C>> groups = new LinkedHashMap<>();
        for (int at = 0; at < counts.size(); at++) {
            groups.computeIfAbsent(items.get(indices.get(at)).group(), name -> new ArrayList<>())
                    .add(counts.get(at));
        }
        return List.copyOf(groups.values());
    }
}
