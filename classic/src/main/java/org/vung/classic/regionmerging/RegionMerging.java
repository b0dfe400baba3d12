package org.vung.classic.regionmerging;

import org.vung.Findings;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/**
 * Region merging: an over-segmentation by another method, whose touching regions are joined while their mean colours are
 * alike.
 *
 * <p>Source: A. Trémeau and P. Colantoni, "Regions Adjacency Graph Applied to Color Image Segmentation" (2000), as
 * {@code skimage.future.graph} 0.19.3 has it: {@link Rule#CUT} is {@code cut_threshold}, {@link Rule#HIERARCHY} is
 * {@code merge_hierarchical} with mean colours, ties included.
 *
 * <p>Differs from the paper: colours are compared as stored, not in CIELAB; regions with missing samples (NaN) are joined
 * last.
 */
public final class RegionMerging implements Segmenter {

    /** When the distance between two regions is measured. */
    public enum Rule {
        /** Anew after every joining: the nearest pair is joined, its mean colour becomes that of both. */
        HIERARCHY,
        /** Once, between the regions of the over-segmentation; chains of near pairs become one region. */
        CUT
    }

    /**
     * When to stop.
     *
     * @param rule when distances are measured
     * @param threshold pairs nearer than this are joined: Euclidean distance of mean colours where white is 255 in every
     *     channel, at least 0
     * @param regions above 0: join the nearest pair until so many are left, whatever the threshold
     */
    public record Options(Rule rule, double threshold, int regions) {

        /** Checks the ranges. */
        public Options {
            if (!(threshold >= 0)) {
                throw new IllegalArgumentException("threshold must be at least 0, got " + threshold);
            }
            if (regions < 0) {
                throw new IllegalArgumentException("regions must be at least 0, got " + regions);
            }
        }

        /**
         * Joins the nearest pair again and again while it is nearer than a threshold.
         *
         * @param distance of mean colours where white is 255
         * @return the options
         */
        public static Options threshold(double distance) {
            return new Options(Rule.HIERARCHY, distance, 0);
        }

        /**
         * Joins the nearest pair until so many regions are left.
         *
         * @param count at least 1
         * @return the options
         */
        public static Options regions(int count) {
            return new Options(Rule.HIERARCHY, 0, count);
        }

        /**
         * Another rule.
         *
         * @param other when distances are measured
         * @return a copy
         */
        public Options withRule(Rule other) {
            return new Options(other, threshold, regions);
        }
    }

    private final Segmenter over;
    private final Options options;

    /**
     * The method.
     *
     * @param over makes the over-segmentation
     * @param options when to stop
     */
    public RegionMerging(Segmenter over, Options options) {
        this.over = over;
        this.options = options;
    }

    @Override
    public Partition segment(Image image) {
        LabelMap small = over.segment(image).labels();
        LabelMap merged = merge(image, small, options);
        return new Partition(
                merged,
                Findings.none()
                        .with("regions_before", small.compacted().count())
                        .with("regions", merged.count()));
    }

    /**
     * Joins the regions of a given over-segmentation. Regions touch along edges and at corners.
     *
     * @param image of the same size; opacity is left out
     * @param regions a region per pixel
     * @param options when to stop
     * @return merged regions without gaps, in the order of their smallest old labels
     * @throws IllegalArgumentException if the sizes differ
     */
    public static LabelMap merge(Image image, LabelMap regions, Options options) {
        LabelMap old = regions.compacted();
        RegionGraph graph = RegionGraph.of(old);
        MeanColours colours = MeanColours.of(image, old);
        int[] names = options.rule() == Rule.CUT
                ? Cut.join(graph, colours, options)
                : new Hierarchy(graph, colours).join(options);
        int[] labels = old.sharedLabels().clone();
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = names[labels[pixel]];
        }
        return LabelMap.wrap(old.size(), labels);
    }
}
