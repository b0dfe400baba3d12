package org.vung.score.region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vung.label.LabelMap;
import org.vung.score.Contingency;

/**
 * The region scores of the Berkeley benchmark over a data set in which every image has the segmentations of several people, and a
 * method gives a segmentation for each of several thresholds.
 *
 * <p>ODS takes the one threshold that is best for the whole set, OIS the best of each image, <em>best</em> of covering the best of
 * each region. PRI and VI are means over people, then over images; covering is Σ covered / Σ area over all of them.
 */
public final class RegionBenchmark {

    private final int thresholds;
    private final List<List<Scores>> images = new ArrayList<>();

    /** What one segmentation scores. */
    private record Scores(double rand, double information, Covering covering) {}

    /**
     * A score of a data set.
     *
     * @param ods with one threshold for all images
     * @param ois with the best of each image
     */
    public record Result(double ods, double ois) {}

    /**
     * A benchmark without images yet.
     *
     * @param thresholds how many segmentations every image has, at least 1
     */
    public RegionBenchmark(int thresholds) {
        if (thresholds < 1) {
            throw new IllegalArgumentException("thresholds must be at least 1, got " + thresholds);
        }
        this.thresholds = thresholds;
    }

    /**
     * Adds an image.
     *
     * @param people their segmentations, at least one
     * @param segmentations one per threshold, in the same order for every image
     */
    public void add(List<LabelMap> people, List<LabelMap> segmentations) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("people must be at least 1, got 0");
        }
        if (segmentations.size() != thresholds) {
            throw new IllegalArgumentException(
                    "segmentations must be " + thresholds + ", one per threshold, got " + segmentations.size());
        }
        List<Scores> scores = new ArrayList<>();
        for (LabelMap segmentation : segmentations) {
            List<Contingency> overlaps = people.stream()
                    .map(person -> Contingency.of(person, segmentation))
                    .toList();
            scores.add(new Scores(
                    overlaps.stream().mapToDouble(RandIndex::of).average().orElse(Double.NaN),
                    overlaps.stream()
                            .mapToDouble(each -> VariationOfInformation.of(each).total())
                            .average()
                            .orElse(Double.NaN),
                    Covering.of(overlaps)));
        }
        images.add(scores);
    }

    /**
     * The probabilistic Rand index; the larger the better.
     *
     * @return over the images added so far
     */
    public Result randIndex() {
        double ods = 0;
        for (int at = 0; at < thresholds; at++) {
            int threshold = at;
            ods = Math.max(ods, mean(scores -> scores.get(threshold).rand));
        }
        return new Result(
                ods,
                mean(scores -> scores.stream().mapToDouble(Scores::rand).max().orElse(Double.NaN)));
    }

    /**
     * Variation of information in bits; the smaller the better.
     *
     * @return over the images added so far
     */
    public Result variationOfInformation() {
        double ods = Double.POSITIVE_INFINITY;
        for (int at = 0; at < thresholds; at++) {
            int threshold = at;
            ods = Math.min(ods, mean(scores -> scores.get(threshold).information));
        }
        return new Result(
                ods,
                mean(scores ->
                        scores.stream().mapToDouble(Scores::information).min().orElse(Double.NaN)));
    }

    /**
     * Covering; the larger the better.
     *
     * @return over the images added so far
     */
    public Result covering() {
        double ods = 0;
        for (int threshold = 0; threshold < thresholds; threshold++) {
            double covered = 0;
            for (List<Scores> scores : images) {
                covered += scores.get(threshold).covering.covered();
            }
            ods = Math.max(ods, covered / area());
        }
        double best = 0;
        for (List<Scores> scores : images) {
            best += scores.stream()
                    .mapToDouble(each -> each.covering.covered())
                    .max()
                    .orElse(Double.NaN);
        }
        return new Result(ods, best / area());
    }

    /**
     * Covering where every true region may take the threshold that suits it best.
     *
     * @return 0 … 1
     */
    public double bestCovering() {
        double covered = 0;
        for (List<Scores> scores : images) {
            List<Long> areas = scores.get(0).covering.areas();
            for (int at = 0; at < areas.size(); at++) {
                int region = at;
                covered += areas.get(region)
                        * scores.stream()
                                .mapToDouble(each -> each.covering.best().get(region))
                                .max()
                                .orElse(Double.NaN);
            }
        }
        return covered / area();
    }

    private double area() {
        return images.stream()
                .mapToDouble(scores -> scores.get(0).covering.area())
                .sum();
    }

    private double mean(ToDoubleFunction<List<Scores>> score) {
        return images.stream().mapToDouble(score).average().orElse(Double.NaN);
    }
}
