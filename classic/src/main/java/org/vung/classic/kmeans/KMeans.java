package org.vung.classic.kmeans;

import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.cluster.Clusters;
import org.vung.cluster.Lloyd;
import org.vung.cluster.PointTree;
import org.vung.cluster.Restarts;
import org.vung.cluster.Stop;
import org.vung.feature.ColourPoints;
import org.vung.feature.Space;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * k-means: k regions of like colour, such that the squared distances of all pixels to the mean colour of their region sum
 * to as little as several random starts find. That sum is the inertia.
 *
 * <p>S. Lloyd: Least Squares Quantization in PCM. IEEE Transactions on Information Theory 28(2), 1982.
 *
 * <p>Differs from the paper: starts are seeded by greedy k-means++; every start is run over the mean colours of a few
 * thousand cells first, and the best distinct outcomes over all pixels; an emptied cluster moves to the colour farthest from
 * its own centre.
 *
 * <p>Labels are numbered by falling area, ties by centre. Pixels with a NaN or infinite channel take no part and share one
 * more label after the last. An image of fewer distinct colours than k gives as many clusters as colours, and a warning.
 */
public final class KMeans implements Segmenter {

    private final Options options;

    /**
     * A segmenter.
     *
     * @param options what to look for
     */
    public KMeans(Options options) {
        this.options = options;
    }

    /**
     * What to look for.
     *
     * @param clusters k, 2 … 256, or {@link #AUTO} for the {@link KrzanowskiLai} choice among 2 … 10
     * @param seed of the random starts
     * @param restarts random starts of which the best is kept, at least 1
     * @param stop most iterations over all pixels, and the tolerance
     * @param space the space distances are measured in
     * @param position colour units per pixel: how much a step of one row or column counts; 0 clusters by colour alone
     */
    public record Options(int clusters, long seed, int restarts, Stop stop, Space space, double position) {

        /** In place of a number of clusters: chosen by the image. */
        public static final int AUTO = 0;

        /** Checks every value. */
        public Options {
            if (clusters != AUTO && (clusters < 2 || clusters > 256)) {
                throw new IllegalArgumentException("clusters must be 2 … 256 or auto, got " + clusters);
            }
            if (restarts < 1) {
                throw new IllegalArgumentException("restarts must be at least 1, got " + restarts);
            }
            if (!(position >= 0) || Double.isInfinite(position)) {
                throw new IllegalArgumentException("position must be at least 0, got " + position);
            }
        }

        /**
         * The usual options: RGB, no position, 10 restarts, to the fixed point within 300 iterations, seed 0.
         *
         * @param k number of clusters or {@link #AUTO}
         * @return the options
         */
        public static Options clusters(int k) {
            return new Options(k, 0, 10, new Stop(300, 0), Space.RGB, 0);
        }

        /**
         * Other random starts.
         *
         * @param other any number
         * @return a copy
         */
        public Options withSeed(long other) {
            return new Options(clusters, other, restarts, stop, space, position);
        }

        /**
         * Another number of random starts.
         *
         * @param other at least 1
         * @return a copy
         */
        public Options withRestarts(int other) {
            return new Options(clusters, seed, other, stop, space, position);
        }

        /**
         * Another end of the iterations.
         *
         * @param other when to stop
         * @return a copy
         */
        public Options withStop(Stop other) {
            return new Options(clusters, seed, restarts, other, space, position);
        }

        /**
         * Another space.
         *
         * @param other where distances are measured
         * @return a copy
         */
        public Options withSpace(Space other) {
            return new Options(clusters, seed, restarts, stop, other, position);
        }

        /**
         * Another weight of place.
         *
         * @param other colour units per pixel, at least 0
         * @return a copy
         */
        public Options withPosition(double other) {
            return new Options(clusters, seed, restarts, stop, space, other);
        }
    }

    /**
     * Divides an image by colour.
     *
     * @param image any size and layout; opacity is ignored
     * @return labels by falling area; findings {@code k, inertia, iterations, converged, centres} (in the space's units,
     *     place last), for {@code auto} also {@code criterion} and {@code scores} as rows of k, inertia, score
     */
    @Override
    public Partition segment(Image image) {
        ColourPoints colours = ColourPoints.of(image, options.space(), options.position());
        if (colours.points().count() == 0) {
            return nothing(image);
        }
        PointTree tree = PointTree.of(colours.points());
        Findings findings = Findings.none();
        int k = options.clusters();
        if (k == Options.AUTO) {
            KrzanowskiLai choice = KrzanowskiLai.over(tree, options.restarts(), options.seed());
            k = choice.best();
            findings = findings.with("criterion", "krzanowski-lai").with("scores", choice.rows());
        }
        Clusters found =
                ByArea.ordered(Restarts.best(tree, k, options.restarts(), options.seed(), options.stop()), tree);
        if (found.count() < options.clusters()) {
            findings = findings.warn("found " + found.count() + " distinct colours, fewer than k=" + k
                    + "; each is a cluster of its own");
        }
        return partition(image, colours, tree, found, findings);
    }

    /**
     * Divides an image from given centres, one run and no random start.
     *
     * @param image as in {@link #segment(Image)}
     * @param start centres in the space's units, place last [k][channels]; labels keep their order
     * @return labels 0 … k − 1 and the findings of {@link #segment(Image)}
     * @throws IllegalArgumentException if a centre has another number of coordinates than the image's points
     */
    public Partition segment(Image image, double[][] start) {
        ColourPoints colours = ColourPoints.of(image, options.space(), options.position());
        if (colours.points().count() == 0) {
            return nothing(image);
        }
        PointTree tree = PointTree.of(colours.points());
        Clusters found = Lloyd.run(tree, Centres.inside(start, tree.points()), options.stop());
        return partition(image, colours, tree, found, Findings.none());
    }

    private Partition partition(Image image, ColourPoints colours, PointTree tree, Clusters found, Findings criterion) {
        int[] perPoint = tree.inGivenOrder(Lloyd.label(tree, found.centres()));
        int[] labels = colours.spread(perPoint, found.count());
        Findings findings = criterion
                .with("k", found.count())
                .with("inertia", found.inertia())
                .with("iterations", found.iterations())
                .with("converged", found.converged())
                .with("centres", Centres.outside(found.centres(), tree.points()));
        if (colours.missing() > 0) {
            findings = findings.with("missing_pixels", colours.missing());
        }
        if (!found.converged()) {
            findings = findings.warn("k-means had not converged after " + found.iterations()
                    + " iterations; raise iterations above " + options.stop().iterations());
        }
        return new Partition(LabelMap.wrap(image.size(), labels), findings);
    }

    private static Partition nothing(Image image) {
        Findings findings = Findings.none()
                .with("k", 0)
                .with("missing_pixels", image.size().pixels())
                .warn("no pixel has finite channels, so nothing was clustered; check how the image was made");
        return new Partition(LabelMap.wrap(image.size(), new int[image.size().pixels()]), findings);
    }
}
