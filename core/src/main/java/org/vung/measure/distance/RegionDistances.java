package org.vung.measure.distance;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vung.label.LabelMap;
import org.vung.measure.LabelRuns;
import org.vung.measure.PixelSize;

/**
 * Distances between the regions of a label map. Label 0 is ground and no region. The way between two regions is measured
 * between the edges of their pixels, not the middles: regions that touch are 0 apart, those with one pixel between them 1.
 * Immutable.
 */
public final class RegionDistances {

    private final LabelRuns runs;
    private final PixelSize pixel;
    /** Of every label, NaN without pixels. */
    private final double[] rows;

    private final double[] columns;

    private RegionDistances(LabelMap labels, PixelSize pixel) {
        this.runs = LabelRuns.of(labels);
        this.pixel = pixel;
        this.rows = new double[labels.count()];
        this.columns = new double[labels.count()];
        for (int label = 0; label < labels.count(); label++) {
            placeCentroid(label);
        }
    }

    private void placeCentroid(int label) {
        double area = 0;
        double rowSum = 0;
        double columnSum = 0;
        for (int run = runs.from(label); run < runs.to(label); run++) {
            double length = runs.length(run);
            area += length;
            rowSum += length * runs.row(run);
            columnSum += length * (runs.start(run) + (length - 1) / 2);
        }
        rows[label] = rowSum / area;
        columns[label] = columnSum / area;
    }

    /**
     * Prepares distances in pixels.
     *
     * @param labels a region per pixel; 0 is ground
     * @return the distances
     */
    public static RegionDistances of(LabelMap labels) {
        return of(labels, PixelSize.NONE);
    }

    /**
     * Prepares distances in the world.
     *
     * @param labels a region per pixel; 0 is ground
     * @param pixel height and width of a pixel
     * @return the distances, in the pixel's unit
     */
    public static RegionDistances of(LabelMap labels, PixelSize pixel) {
        return new RegionDistances(labels, pixel);
    }

    /**
     * The distance of two centroids.
     *
     * @param label of a region
     * @param other of a region
     * @return pixels, or the unit of the pixel's size
     * @throws IllegalArgumentException if a label has no pixel
     */
    public double centroids(int label, int other) {
        checkRegion(label);
        checkRegion(other);
        return pixel.distance(rows[label] - rows[other], columns[label] - columns[other]);
    }

    /**
     * The shortest way from the edge of one region to that of another.
     *
     * @param label of a region
     * @param other of a region
     * @return 0 where they touch, at a corner at least; pixels, or the unit of the pixel's size
     * @throws IllegalArgumentException if a label has no pixel
     */
    public double edges(int label, int other) {
        checkRegion(label);
        checkRegion(other);
        return label == other ? 0 : Math.sqrt(new Gap(runs, pixel).squared(label, other, Double.POSITIVE_INFINITY));
    }

    private void checkRegion(int label) {
        if (label < 0 || label >= runs.count() || runs.isEmpty(label)) {
            throw new IllegalArgumentException("label must be that of a region with pixels, got " + label);
        }
    }

    /**
     * The nearest other region of every region, from edge to edge. Of several equally near it is the one with the nearest
     * centroid, and of those the lowest label. Regions are compared where their boxes are as near as the nearest found, so
     * time grows with the square of the regions only where most boxes lie within each other.
     *
     * @return a neighbour for every region, in the order of their labels; none if there is but one region
     */
    public List<Neighbour> nearest() {
        BoxOrder boxes = new BoxOrder(runs, pixel);
        return IntStream.range(1, runs.count())
                .parallel()
                .filter(label -> !runs.isEmpty(label))
                .mapToObj(label -> nearest(label, boxes))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Neighbour> nearest(int label, BoxOrder boxes) {
        Search search = new Search(label);
        boxes.visitAround(label, search);
        if (search.nearest == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Neighbour(label, search.nearest, Math.sqrt(search.squared), centroids(label, search.nearest)));
    }

    /** The nearest region so far. */
    private final class Search implements BoxOrder.Visitor {

        private final Gap gap = new Gap(runs, pixel);
        private final int label;
        private int nearest;
        private double squared = Double.POSITIVE_INFINITY;

        Search(int label) {
            this.label = label;
        }

        @Override
        public double visit(int other) {
            double way = gap.squared(label, other, squared);
            if (way < squared || (way == squared && isBetter(other))) {
                squared = way;
                nearest = other;
            }
            return squared;
        }

        private boolean isBetter(int other) {
            if (nearest == 0) {
                return true;
            }
            double now = centroids(label, nearest);
            double then = centroids(label, other);
            return then < now || (then == now && other < nearest);
        }
    }
}
