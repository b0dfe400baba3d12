package org.vung.data.outline;

import java.util.List;
import java.util.Random;
import org.vung.image.Size;
import org.vung.mask.RunLengths;

/** Masks to draw, and polygons filled again. */
final class Masks {

    private Masks() {}

    /** A mask of rows of {@code #} and anything else. */
    static RunLengths of(String... rows) {
        Size size = new Size(rows.length, rows[0].length());
        boolean[] inside = new boolean[size.pixels()];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < size.width(); column++) {
                inside[size.index(row, column)] = rows[row].charAt(column) == '#';
            }
        }
        return RunLengths.of(size, inside);
    }

    /** Noise, or noise of blocks, so that holes have islands. */
    static RunLengths random(long seed) {
        Random random = new Random(seed);
        Size size = new Size(1 + random.nextInt(24), 1 + random.nextInt(24));
        int block = 1 + random.nextInt(3);
        double density = random.nextDouble();
        boolean[] noise = new boolean[size.pixels()];
        for (int at = 0; at < noise.length; at++) {
            noise[at] = random.nextDouble() < density;
        }
        boolean[] inside = new boolean[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                inside[size.index(row, column)] = noise[size.index(row / block, column / block)];
            }
        }
        return RunLengths.of(size, inside);
    }

    /**
     * Fills rings by the even-odd rule at the centres of pixels: left of a centre, edges that cross its row are counted.
     *
     * @param rings column, row, column, row …, closed or not
     */
    static RunLengths fill(Size size, List<double[]> rings) {
        boolean[] inside = new boolean[size.pixels()];
        for (double[] ring : rings) {
            for (int at = 0; at < ring.length; at += 2) {
                int next = (at + 2) % ring.length;
                toggle(size, inside, new double[] {ring[at], ring[at + 1], ring[next], ring[next + 1]});
            }
        }
        return RunLengths.of(size, inside);
    }

    private static void toggle(Size size, boolean[] inside, double[] edge) {
        for (int row = 0; row < size.height(); row++) {
            double y = row + 0.5;
            if (edge[1] > y != edge[3] > y) {
                double x = edge[0] + (y - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0]);
                for (int column = 0; column < size.width(); column++) {
                    inside[size.index(row, column)] ^= column + 0.5 > x;
                }
            }
        }
    }

    static RunLengths fillPolygons(Size size, List<Polygon> polygons) {
        return fill(
                size,
                polygons.stream()
                        .flatMap(Polygon::rings)
                        .map(ring -> java.util.Arrays.stream(ring.corners())
                                .asDoubleStream()
                                .toArray())
                        .toList());
    }
}
