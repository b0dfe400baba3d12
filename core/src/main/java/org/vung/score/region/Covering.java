package org.vung.score.region;

import java.util.Arrays;
import java.util.List;
import org.vung.score.Contingency;

/**
 * How well regions cover those of people: of every true region the best intersection over union with any region, weighted by its
 * area.
 *
 * @param covered Σ |R| · max IoU over all regions R of all people
 * @param area Σ |R|
 * @param best the best IoU of every true region, person by person in the order of labels
 * @param areas of the same regions
 */
public record Covering(double covered, double area, List<Double> best, List<Long> areas) {

    /** Copies the lists. */
    public Covering {
        best = List.copyOf(best);
        areas = List.copyOf(areas);
    }

    /**
     * Compares one segmentation with those of people.
     *
     * @param people overlaps of each person's segmentation (first) with the one to be judged (second)
     * @return the covering
     */
    public static Covering of(List<Contingency> people) {
        double[] best =
                new double[people.stream().mapToInt(Contingency::firstCount).sum()];
        long[] areas = new long[best.length];
        int start = 0;
        for (Contingency overlaps : people) {
            for (int pair = 0; pair < overlaps.pairs(); pair++) {
                int region = start + overlaps.first(pair);
                best[region] = Math.max(best[region], overlaps.iou(pair));
            }
            for (int label = 0; label < overlaps.firstCount(); label++) {
                areas[start + label] = overlaps.firstSum(label);
            }
            start += overlaps.firstCount();
        }
        double covered = 0;
        double area = 0;
        for (int region = 0; region < best.length; region++) {
            covered += best[region] * areas[region];
            area += areas[region];
        }
        return new Covering(
                covered,
                area,
                Arrays.stream(best).boxed().toList(),
                Arrays.stream(areas).boxed().toList());
    }

    /**
     * The score of one image.
     *
     * @return 0 … 1
     */
    public double value() {
        return covered / area;
    }
}
