package org.vung.classic.meanshift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;

/**
 * The density of an image's grey levels and the path of one centre up to its mode: the picture by which mean shift is
 * explained.
 *
 * @param grid grey levels at which the density is known, rising, white = 255
 * @param density estimate at each of them, per level; its integral is 1 but for what lies beyond black and white
 * @param path where the centre stood, from its start to its mode
 * @param heights density at each place of the path; they never fall
 */
public record DensityPath(List<Double> grid, List<Double> density, List<Double> path, List<Double> heights) {

    private static final int POINTS = 511;
    private static final double REST = 1e-3;
    private static final int MOST_STEPS = 1000;

    /** Copies the lists. */
    public DensityPath {
        grid = List.copyOf(grid);
        density = List.copyOf(density);
        path = List.copyOf(path);
        heights = List.copyOf(heights);
    }

    /**
     * Estimates the density on a grid of half levels from black to white and lets a centre climb.
     *
     * @param grey one channel beside opacity
     * @param bandwidth of the kernel in levels, above 0
     * @param kernel weights of the steps; the density is the one they climb
     * @param start grey level where the centre starts, 0 … 255; it stays there if no level is in reach
     * @return the curve and the path
     * @throws IllegalArgumentException if the image has colour
     */
    public static DensityPath of(Image grey, double bandwidth, Kernel kernel, double start) {
        if (grey.layout() != Layout.GREY && grey.layout() != Layout.GREY_ALPHA) {
            throw new IllegalArgumentException("image must be grey, got " + grey + "; convert it first");
        }
        if (!(bandwidth > 0) || !(start >= 0 && start <= 255)) {
            throw new IllegalArgumentException(
                    "bandwidth must be above 0 and start 0 … 255, got " + bandwidth + " and " + start);
        }
        Features levels = Features.of(grey, Space.RGB);
        List<Double> grid = new ArrayList<>();
        List<Double> density = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            grid.add(i / 2.0);
            density.add(density(levels, bandwidth, kernel, i / 2.0));
        }
        List<Double> path = climb(levels, bandwidth, kernel, start);
        List<Double> heights = new ArrayList<>();
        for (double place : path) {
            heights.add(density(levels, bandwidth, kernel, place));
        }
        return new DensityPath(grid, density, path, heights);
    }

    /**
     * The mode the centre came to.
     *
     * @return a grey level
     */
    public double mode() {
        return path.get(path.size() - 1);
    }

    private static double density(Features levels, double bandwidth, Kernel kernel, double at) {
        double sum = 0;
        for (int i = 0; i < levels.count(); i++) {
            double step = (levels.points()[i] - at) / bandwidth;
            sum += levels.counts()[i] * kernel.density(step * step);
        }
        return sum / (levels.pixels() * bandwidth);
    }

    private static List<Double> climb(Features levels, double bandwidth, Kernel kernel, double start) {
        List<Double> path = new ArrayList<>(Collections.singletonList(start));
        double at = start;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < levels.count(); i++) {
                double step = (levels.points()[i] - at) / bandwidth;
                double g = levels.counts()[i] * kernel.weight(step * step);
                sum += g * levels.points()[i];
                weight += g;
            }
            double mean = weight > 0 ? sum / weight : at;
            double move = Math.abs(mean - at);
            at = mean;
            path.add(at);
            if (move < REST * bandwidth) {
                break;
            }
        }
        return path;
    }
}
