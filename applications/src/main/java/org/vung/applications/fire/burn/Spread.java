package org.vung.applications.fire.burn;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.vung.image.Size;

/**
 * When a fire reaches every pixel: the least travel time over paths of straight steps, where a step's rate is that of an ellipse whose
 * long axis lies along wind and slope together.
 *
 * <p>Differs from Finney 2002: steps lead to 32 neighbours, not to the corners of cells of chosen lines; fire does not go out, and jumps no
 * gap.
 */
final class Spread {

    /** Steps in 32 directions, as {rows, columns}. */
    private static final int[][] STEPS = steps();

    private final Terrain terrain;
    private final Weather weather;
    private final double[] minutes;

    private Spread(Terrain terrain, Weather weather) {
        this.terrain = terrain;
        this.weather = weather;
        this.minutes = new double[terrain.size().pixels()];
        Arrays.fill(minutes, Double.POSITIVE_INFINITY);
    }

    private static int[][] steps() {
        int[][] some = {{0, 1}, {1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 3}, {3, 2}};
        int[][] all = new int[some.length * 4][];
        for (int at = 0; at < some.length; at++) {
            int row = some[at][0];
            int column = some[at][1];
            all[at * 4] = new int[] {row, column};
            all[at * 4 + 1] = new int[] {-row, -column};
            all[at * 4 + 2] = new int[] {column, -row};
            all[at * 4 + 3] = new int[] {-column, row};
        }
        return all;
    }

    /**
     * Burns until nothing is left that can be reached.
     *
     * @param pixel where it begins
     * @return minutes after the beginning, row by row; infinite where it never comes
     */
    static double[] from(Terrain terrain, Weather weather, int pixel) {
        Spread spread = new Spread(terrain, weather);
        spread.burn(pixel);
        return spread.minutes;
    }

    /** A pixel and when fire may reach it. */
    private record Arrival(double minute, int pixel) {}

    private void burn(int start) {
        Size size = terrain.size();
        PriorityQueue<Arrival> queue = new PriorityQueue<>((one, other) -> Double.compare(one.minute, other.minute));
        minutes[start] = 0;
        queue.add(new Arrival(0, start));
        while (!queue.isEmpty()) {
            Arrival next = queue.remove();
            if (next.minute > minutes[next.pixel]) {
                continue;
            }
            int row = next.pixel / size.width();
            int column = next.pixel % size.width();
            Ellipse ellipse = ellipse(row, column);
            for (int[] step : STEPS) {
                int r = row + step[0];
                int c = column + step[1];
                if (r < 0 || r >= size.height() || c < 0 || c >= size.width()) {
                    continue;
                }
                int to = size.index(r, c);
                double fuel = fuel(row, column, step);
                double length = Math.hypot(step[0], step[1]) * terrain.metres();
                double minute = next.minute + length / (fuel * ellipse.rate(step[0], step[1]));
                if (fuel > 0 && minute < minutes[to]) {
                    minutes[to] = minute;
                    queue.add(new Arrival(minute, to));
                }
            }
        }
    }

    /** The least fuel along a step, so that no gap is jumped. */
    private double fuel(int row, int column, int[] step) {
        int pieces = Math.max(Math.abs(step[0]), Math.abs(step[1]));
        double least = 1;
        for (int at = 1; at <= pieces; at++) {
            int r = (int) Math.round(row + (double) step[0] * at / pieces);
            int c = (int) Math.round(column + (double) step[1] * at / pieces);
            least = Math.min(least, terrain.fuel(terrain.size().index(r, c)));
        }
        return least;
    }

    /** How a fire spreads from one point: fastest along an axis (down, right). */
    private record Ellipse(double head, double down, double right, double eccentricity) {

        double rate(double rows, double columns) {
            double cosine = (rows * down + columns * right) / Math.hypot(rows, columns);
            return head * (1 - eccentricity) / (1 - eccentricity * cosine);
        }
    }

    private Ellipse ellipse(int row, int column) {
        double direction = Math.toRadians(weather.towards());
        double down = -Math.cos(direction) * weather.windFactor();
        double right = Math.sin(direction) * weather.windFactor();
        double slopeDown = slope(row - 1, column, row + 1, column);
        double slopeRight = slope(row, column - 1, row, column + 1);
        double tangent = Math.hypot(slopeDown, slopeRight);
        if (tangent > 0) {
            double factor = Weather.slopeFactor(tangent);
            down += factor * slopeDown / tangent;
            right += factor * slopeRight / tangent;
        }
        double push = Math.hypot(down, right);
        double head = weather.calm() * (1 + push);
        return push == 0
                ? new Ellipse(head, 0, 0, 0)
                : new Ellipse(head, down / push, right / push, weather.eccentricity());
    }

    private double slope(int row0, int column0, int row1, int column1) {
        Size size = terrain.size();
        int top = Math.max(0, row0);
        int left = Math.max(0, column0);
        int bottom = Math.min(size.height() - 1, row1);
        int right = Math.min(size.width() - 1, column1);
        double metres = Math.max(1, bottom - top + right - left) * terrain.metres();
        return (terrain.height(size.index(bottom, right)) - terrain.height(size.index(top, left))) / metres;
    }
}
