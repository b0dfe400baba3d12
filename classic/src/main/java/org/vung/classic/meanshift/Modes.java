package org.vung.classic.meanshift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vung.grid.RowBands;

/**
 * The modes that the centres reached, densest first.
 *
 * @param centres a point each, in the units of the space
 * @param bandwidth used
 * @param iterations the most steps that any centre took
 * @param converged whether every centre came to rest
 */
record Modes(List<double[]> centres, double bandwidth, int iterations, boolean converged) {

    /** Steps below this share of the bandwidth end the climb. */
    private static final double REST = 1e-3;

    /** A centre at its end: where, how many points it saw there, how many steps it took. */
    private static final class Climb {
        private final double[] end;
        private final double weight;
        private final int steps;

        private Climb(double[] end, double weight, int steps) {
            this.end = end;
            this.weight = weight;
            this.steps = steps;
        }
    }

    /** Lets every seed climb, and keeps one of those that ended within a bandwidth of each other. */
    static Modes climb(Features features, double bandwidth, ColourMeanShift.Options options) {
        PointTree tree = new PointTree(features.dimensions(), features.points(), features.counts());
        double[][] seeds = options.seeds().of(features, bandwidth);
        @Nullable Climb[] climbs = new Climb[seeds.length];
        RowBands.forEach(seeds.length, (from, to) -> {
            for (int seed = from; seed < to; seed++) {
                climbs[seed] = climb(tree, seeds[seed], bandwidth, options);
            }
        });
        List<Climb> ended = new ArrayList<>();
        for (Climb climb : climbs) {
            ended.add(Objects.requireNonNull(climb));
        }
        int most = ended.stream().mapToInt(climb -> climb.steps).max().orElse(0);
        boolean converged = most < options.iterations();
        return new Modes(distinct(ended, bandwidth), bandwidth, most, converged);
    }

    /** From its seed to its end, moving to the mean of its neighbours until that is hardly a move. */
    private static Climb climb(PointTree tree, double[] seed, double bandwidth, ColourMeanShift.Options options) {
        double[] centre = seed;
        double[] sum = new double[seed.length + 1];
        for (int steps = 0; ; steps++) {
            if (options.kernel() == Kernel.FLAT) {
                tree.ball(centre, bandwidth * bandwidth, sum);
            } else {
                tree.weighed(centre, options.kernel(), bandwidth, sum);
            }
            double weight = sum[seed.length];
            if (weight == 0) {
                return new Climb(centre, 0, steps);
            }
            double[] mean = new double[seed.length];
            for (int axis = 0; axis < mean.length; axis++) {
                mean[axis] = sum[axis] / weight;
            }
            double move = Math.sqrt(square(mean, centre));
            centre = mean;
            if (move < REST * bandwidth || steps == options.iterations()) {
                return new Climb(centre, weight, steps);
            }
        }
    }

    /** Goes through the ends by falling weight and strikes out what lies within a bandwidth of one kept before. */
    private static List<double[]> distinct(List<Climb> climbs, double bandwidth) {
        Comparator<Climb> byWeight = Comparator.comparingDouble(climb -> climb.weight);
        List<Climb> sorted = climbs.stream()
                .filter(climb -> climb.weight > 0)
                .sorted(byWeight.thenComparing(climb -> climb.end, Arrays::compare)
                        .reversed())
                .toList();
        List<double[]> kept = new ArrayList<>();
        for (Climb climb : sorted) {
            if (kept.stream().noneMatch(centre -> square(centre, climb.end) <= bandwidth * bandwidth)) {
                kept.add(climb.end);
            }
        }
        return List.copyOf(kept);
    }

    /** The nearest mode of every colour. */
    int[] nearest(Features features) {
        int dimensions = features.dimensions();
        double[][] modes = centres.toArray(double[][]::new);
        int[] labels = new int[features.count()];
        RowBands.forEach(labels.length, (from, to) -> {
            for (int colour = from; colour < to; colour++) {
                labels[colour] = nearest(modes, features.points(), colour * dimensions);
            }
        });
        return labels;
    }

    private static int nearest(double[][] modes, double[] points, int at) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int mode = 0; mode < modes.length; mode++) {
            double square = 0;
            for (int axis = 0; axis < modes[mode].length; axis++) {
                double step = points[at + axis] - modes[mode][axis];
                square += step * step;
            }
            if (square < least) {
                least = square;
                nearest = mode;
            }
        }
        return nearest;
    }

    double[][] table() {
        return IntStream.range(0, centres.size()).mapToObj(centres::get).toArray(double[][]::new);
    }

    private static double square(double[] a, double[] b) {
        double square = 0;
        for (int axis = 0; axis < a.length; axis++) {
            square += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        }
        return square;
    }
}
