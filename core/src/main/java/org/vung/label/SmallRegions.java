package org.vung.label;

import java.util.Arrays;
import org.vung.grid.DisjointSets;
import org.vung.grid.Neighbourhood;
import org.vung.grid.PixelQueue;
import org.vung.image.Image;

/**
 * Gives small patches to a neighbour. A patch is a connected component of one label (pixels touch along edges), so specks
 * of a label that is large elsewhere go too.
 *
 * <p>The rule: the smallest patch goes first, among equals the one that had that size first, at the start the upper left
 * one. It takes the label of the touching patch whose mean colour is nearest (Euclidean distance over the image's
 * channels), among equals or where a colour is NaN of the one it shares most pixel edges with, then of the one that lies
 * first. Patches that thereby touch under one label become one. This goes on until no patch is too small or only one is
 * left.
 */
public final class SmallRegions {

    private final int[] labels;
    private final int height;
    private final int width;
    private final int channels;
    private final int leastArea;

    /** The patch of every pixel, as numbered at the start; {@link #joined} tells what became of it. */
    private final int[] patches;

    private final DisjointSets joined;
    private final int[] areas;
    private final double[] sums;
    /** The pixels of a patch as a chain: its first, its last, and after every pixel the next. */
    private final int[] first;

    private final int[] last;
    private final int[] next;
    private final int[] edges;
    private int[] touching = new int[16];
    private int touched;

    private SmallRegions(LabelMap map, Image image, int leastArea) {
        LabelMap split = ConnectedRegions.split(map);
        this.labels = map.sharedLabels().clone();
        this.height = map.size().height();
        this.width = map.size().width();
        this.channels = image.colourChannels();
        this.leastArea = leastArea;
        this.patches = split.sharedLabels();
        this.joined = new DisjointSets(split.count());
        this.areas = split.areas();
        this.sums = ColourSums.of(image, split);
        this.first = new int[split.count()];
        this.last = new int[split.count()];
        this.next = new int[labels.length];
        this.edges = new int[split.count()];
        chainPixels();
    }

    /**
     * Merges patches of fewer than so many pixels.
     *
     * @param labels a region per pixel
     * @param image of the same size, for the mean colours; opacity is left out
     * @param leastArea pixels a patch needs to stay, at least 0
     * @return labels without gaps in the old order; the map itself if no patch is too small
     */
    public static LabelMap merge(LabelMap labels, Image image, int leastArea) {
        if (leastArea < 0) {
            throw new IllegalArgumentException("least area must be at least 0 pixels, got " + leastArea);
        }
        if (leastArea <= 1) {
            return labels;
        }
        SmallRegions regions = new SmallRegions(labels, image, leastArea);
        return regions.mergeAll() ? LabelMap.wrap(labels.size(), regions.labels).compacted() : labels;
    }

    private void chainPixels() {
        Arrays.fill(last, -1);
        for (int pixel = 0; pixel < patches.length; pixel++) {
            int patch = patches[pixel];
            if (last[patch] < 0) {
                first[patch] = pixel;
            } else {
                next[last[patch]] = pixel;
            }
            last[patch] = pixel;
        }
    }

    private boolean mergeAll() {
        PixelQueue small = new PixelQueue(64);
        for (int patch = 0; patch < areas.length; patch++) {
            if (areas[patch] < leastArea) {
                small.push(areas[patch], patch);
            }
        }
        boolean any = false;
        while (!small.isEmpty()) {
            int patch = small.pop();
            boolean current = joined.find(patch) == patch && areas[patch] == small.takenPriority();
            if (current && findTouching(patch)) {
                int merged = absorb(patch);
                any = true;
                if (areas[merged] < leastArea) {
                    small.push(areas[merged], merged);
                }
            }
        }
        return any;
    }

    /** Lists the patches around this one and counts the pixel edges shared with each. */
    private boolean findTouching(int patch) {
        touched = 0;
        int pixel = first[patch];
        for (int left = areas[patch]; left > 0; left--) {
            int row = pixel / width;
            int column = pixel - row * width;
            for (int neighbour = 0; neighbour < Neighbourhood.FOUR.count(); neighbour++) {
                int otherRow = row + Neighbourhood.FOUR.rowStep(neighbour);
                int otherColumn = column + Neighbourhood.FOUR.columnStep(neighbour);
                if (otherRow >= 0 && otherRow < height && otherColumn >= 0 && otherColumn < width) {
                    touch(patch, joined.find(patches[otherRow * width + otherColumn]));
                }
            }
            pixel = next[pixel];
        }
        return touched > 0;
    }

    private void touch(int patch, int other) {
        if (other == patch) {
            return;
        }
        if (edges[other]++ == 0) {
            if (touched == touching.length) {
                touching = Arrays.copyOf(touching, 2 * touched);
            }
            touching[touched++] = other;
        }
    }

    /** Merges a patch into its best neighbour and with everything that now touches under the same label. */
    private int absorb(int patch) {
        int best = touching[0];
        for (int at = 1; at < touched; at++) {
            if (isBetter(patch, touching[at], best)) {
                best = touching[at];
            }
        }
        int label = labels[first[best]];
        for (int at = 0, pixel = first[patch]; at < areas[patch]; at++, pixel = next[pixel]) {
            labels[pixel] = label;
        }
        int merged = join(patch, best);
        for (int at = 0; at < touched; at++) {
            int other = touching[at];
            edges[other] = 0;
            if (other != best && labels[first[other]] == label) {
                merged = join(merged, other);
            }
        }
        return merged;
    }

    private boolean isBetter(int patch, int other, int best) {
        double distance = distance(patch, other);
        double least = distance(patch, best);
        if (distance != least && !(Double.isNaN(distance) && Double.isNaN(least))) {
            return distance < least || Double.isNaN(least);
        }
        return edges[other] > edges[best] || (edges[other] == edges[best] && other < best);
    }

    private double distance(int patch, int other) {
        double squares = 0;
        for (int channel = 0; channel < channels; channel++) {
            double step =
                    sums[patch * channels + channel] / areas[patch] - sums[other * channels + channel] / areas[other];
            squares += step * step;
        }
        return squares;
    }

    private int join(int one, int two) {
        int merged = joined.union(one, two);
        int gone = merged == one ? two : one;
        for (int channel = 0; channel < channels; channel++) {
            sums[merged * channels + channel] += sums[gone * channels + channel];
        }
        areas[merged] += areas[gone];
        next[last[merged]] = first[gone];
        last[merged] = last[gone];
        return merged;
    }
}
