package org.vung.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * k-means from several random starts, each improved by random swaps, the best by inertia kept.
 *
 * <p>Every start is seeded, run to its fixed point and improved by swaps over the mean colours of a few thousand cells, where it costs little;
 * each distinct outcome is then run to the fixed point over all points. The answer therefore is a fixed point of Lloyd's
 * algorithm over all points, and the same on any number of threads.
 *
 * <p>P. Fränti: Efficiency of Random Swap Clustering. Journal of Big Data 5, 2018.
 */
public final class Restarts {

    private static final int CELLS = 2048;
    private static final int CELLS_PER_CLUSTER = 32;
    /** Outcomes over the cells within this share of the best are worth running over all points. */
    private static final double PROMISING = 1.02;

    /** Outcomes within this share of each other are the same. */
    private static final double SAME = 1e-9;

    private static final Stop ROUGH = new Stop(100, 0);

    private Restarts() {}

    /**
     * Searches for the best clusters.
     *
     * @param tree the points
     * @param clusters wanted number, at least 1
     * @param restarts number of random starts, at least 1
     * @param seed of the random starts
     * @param stop when a run over all points stops
     * @return the clusters of least inertia; fewer than wanted where there are fewer distinct points
     */
    public static Clusters best(PointTree tree, int clusters, int restarts, long seed, Stop stop) {
        PointTree cells = PointTree.of(tree.cells(Math.max(CELLS, CELLS_PER_CLUSTER * clusters)));
        Clusters[] rough = new Clusters[restarts];
        IntStream.range(0, restarts).parallel().forEach(start -> {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + start);
            rough[start] = oneStart(cells, clusters, random);
        });
        List<Clusters> promising = promising(rough);
        Clusters[] exact = new Clusters[promising.size()];
        IntStream.range(0, exact.length)
                .parallel()
                .forEach(start ->
                        exact[start] = Lloyd.run(tree, promising.get(start).centres(), stop));
        return least(exact);
    }

    /**
     * One run from points drawn by weight alone. Different seeds end in different places, which is wanted where another
     * method starts from them.
     *
     * @param tree the points
     * @param clusters wanted number, at least 1
     * @param seed of the random start
     * @param stop when to stop
     * @return the clusters reached; fewer than wanted where a point was drawn twice
     */
    public static Clusters scattered(PointTree tree, int clusters, long seed, Stop stop) {
        SplittableRandom random = new SplittableRandom(seed);
        return Lloyd.run(tree, new Seeding(tree.points(), random).scattered(clusters), stop);
    }

    /** Seeds and climbs down, then as often as there are clusters moves one of them elsewhere and keeps what is better. */
    private static Clusters oneStart(PointTree cells, int clusters, SplittableRandom random) {
        Seeding seeding = new Seeding(cells.points(), random);
        Clusters found = Lloyd.run(cells, seeding.centres(clusters), ROUGH);
        int swaps = found.count() > 1
                ? clusters * Math.max(1, CELLS / cells.points().count())
                : 0;
        for (int swap = 0; swap < swaps; swap++) {
            double[] swapped = seeding.swapped(found.centres(), random.nextInt(found.count()));
            Clusters other = Lloyd.run(cells, swapped, ROUGH);
            found = other.inertia() < (1 - SAME) * found.inertia() ? other : found;
        }
        return found;
    }

    private static List<Clusters> promising(Clusters[] rough) {
        double least = least(rough).inertia();
        List<Clusters> distinct = new ArrayList<>();
        for (Clusters outcome : rough) {
            boolean known = false;
            for (Clusters other : distinct) {
                known |= Math.abs(outcome.inertia() - other.inertia()) <= SAME * other.inertia();
            }
            if (!known && outcome.inertia() <= PROMISING * least) {
                distinct.add(outcome);
            }
        }
        return distinct;
    }

    private static Clusters least(Clusters[] outcomes) {
        Clusters best = outcomes[0];
        for (Clusters outcome : outcomes) {
            best = outcome.inertia() < best.inertia() ? outcome : best;
        }
        return best;
    }
}
