package org.vung.classic.watershed;

import java.util.Arrays;
import org.vung.grid.LevelQueue;
import org.vung.grid.Neighbourhood;
import org.vung.grid.PixelQueue;
import org.vung.image.Size;

/**
 * Floods a relief from given markers: the lowest pixel on the shore is always taken next, among equals the one reached
 * first.
 *
 * <p>Source: S. Beucher and F. Meyer, "The Morphological Approach to Segmentation: The Watershed Transformation" (1993),
 * as {@code skimage.segmentation.watershed} 0.19.3 has it, whose labels are reproduced exactly, ties between markers
 * included. Compactness: P. Neubert and P. Protzel, "Compact Watershed and Preemptive SLIC", ICPR 2014.
 *
 * @param neighbourhood which pixels water flows between; four neighbours are scikit-image's connectivity 1, eight its 2
 * @param compactness added to the relief per pixel of distance from the marker, at least 0; above 0 regions become rounder
 * @param line whether a line of label 0 is left where floods meet
 */
public record Flooding(Neighbourhood neighbourhood, double compactness, boolean line) {

    /** Checks the compactness. */
    public Flooding {
        if (!(compactness >= 0 && compactness <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("compactness must be at least 0 and finite, got " + compactness);
        }
    }

    /**
     * Plain flooding: no compactness, no line.
     *
     * @param neighbourhood which pixels water flows between
     * @return the flooding
     */
    public static Flooding plain(Neighbourhood neighbourhood) {
        return new Flooding(neighbourhood, 0, false);
    }

    /**
     * Floods the whole relief.
     *
     * @param relief heights, row by row [height · width]; NaN lies above everything
     * @param markers labels above 0 where water springs, 0 elsewhere [height · width]
     * @param size height and width
     * @return a marker's label for every pixel that water reaches, 0 elsewhere and on lines
     */
    public int[] flood(double[] relief, int[] markers, Size size) {
        boolean[] everywhere = new boolean[size.pixels()];
        Arrays.fill(everywhere, true);
        return flood(relief, markers, everywhere, size);
    }

    /**
     * Floods a part of the relief.
     *
     * @param relief heights, row by row [height · width]; NaN lies above everything
     * @param markers labels above 0 where water springs, 0 elsewhere [height · width]; those outside the part are ignored
     * @param part true where water may flow [height · width]
     * @param size height and width
     * @return a marker's label for every pixel that water reaches, 0 elsewhere and on lines
     */
    public int[] flood(double[] relief, int[] markers, boolean[] part, Size size) {
        requireLength("relief", relief.length, size);
        requireLength("markers", markers.length, size);
        requireLength("part", part.length, size);
        for (int marker : markers) {
            if (marker < 0) {
                throw new IllegalArgumentException("markers must be at least 0, got " + marker);
            }
        }
        Basin basin = new Basin(relief, markers, part, size);
        int[] steps = neighbourhood.offsets(basin.stride());
        if (compactness > 0 || line) {
            new Shore(basin, steps, this).flood();
        } else {
            flood(basin, steps);
        }
        return basin.labels();
    }

    /**
     * A pixel is labelled when it enters the queue: nothing can reach it from a lower place later. Where the order of equal
     * springs matters one heap keeps it; above the last of them the faster queue takes over.
     */
    private static void flood(Basin basin, int[] steps) {
        int[] labels = basin.framed();
        long[] heights = basin.heights();
        PixelQueue springs = basin.springs();
        long tie = basin.highestTie();
        while (!springs.isEmpty() && springs.leastPriority() <= tie) {
            int pixel = springs.pop();
            for (int step : steps) {
                int neighbour = pixel + step;
                if (labels[neighbour] == 0) {
                    labels[neighbour] = labels[pixel];
                    springs.push(heights[neighbour], neighbour);
                }
            }
        }
        LevelQueue shore = basin.levels();
        for (int pixel : springs.drain()) {
            shore.push(pixel);
        }
        while (!shore.isEmpty()) {
            int pixel = shore.pop();
            int label = labels[pixel];
            for (int step : steps) {
                int neighbour = pixel + step;
                if (labels[neighbour] == 0) {
                    labels[neighbour] = label;
                    shore.push(neighbour);
                }
            }
        }
    }

    private static void requireLength(String name, int length, Size size) {
        if (length != size.pixels()) {
            throw new IllegalArgumentException(name + " must fill " + size + " pixels, got " + length);
        }
    }
}
