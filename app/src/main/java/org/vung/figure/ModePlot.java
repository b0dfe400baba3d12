package org.vung.figure;

import java.util.Collections;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * The search for a mode, drawn: on the left how a density arises from the histogram of an image, on the right how a centre
 * climbs it step by step.
 */
public final class ModePlot {

    private static final Size SHEET = new Size(560, 1440);
    private static final Size FRAME = new Size(410, 580);
    private static final int TOP = 60;
    private static final int LEFT = 90;
    private static final int BAR = 0xC9D6E2;
    private static final int CURVE = 0x0072B2;
    private static final int STEP = 0xD55E00;
    private static final int MODE = 0x009E73;
    private static final Pen NOTE = new Pen(9.5, 0x333333);

    private ModePlot() {}

    /**
     * What is drawn.
     *
     * @param share of the pixels at each grey level 0 … 255
     * @param grid levels at which the density is known, rising
     * @param density at each of them, per level
     * @param path levels where the centre stood, from its start to the mode
     * @param heights density at each place of the path
     */
    public record Search(
            List<Double> share, List<Double> grid, List<Double> density, List<Double> path, List<Double> heights) {}

    /**
     * Draws the figure.
     *
     * @param search histogram, density and path
     * @param kernel name and bandwidth, for the caption
     * @return 1440 by 560 pixels, 8-bit RGB
     */
    public static Image draw(Search search, String kernel) {
        Canvas canvas = new Canvas(SHEET);
        int levels = search.share.size();
        double highest = Math.max(1e-12, Collections.max(search.density));
        double peak = 1.08 * Math.max(highest, Math.min(2 * highest, Collections.max(search.share)));
        Axes left = new Axes(canvas, TOP, LEFT, FRAME, new Axes.Range(0, levels, 0, peak));
        for (int level = 0; level < levels; level++) {
            left.bar(level, level + 1.0, Math.min(peak, search.share.get(level)), BAR);
        }
        double[] curve = points(search.grid, search.density);
        left.curve(CURVE, 2.2, curve);
        left.frame("(a) density, " + kernel, "grey level", "share");
        int second = SHEET.width() - FRAME.width() - 40;
        Axes right = new Axes(canvas, TOP, second, FRAME, new Axes.Range(0, levels, 0, 1.15 * highest));
        right.curve(CURVE, 2.2, curve);
        climb(canvas, right, search);
        right.frame("(b) the centre climbs to its mode", "grey level", "density");
        return canvas.image();
    }

    /** A level is as wide as its bar, so its density stands over the bar's middle. */
    private static double[] points(List<Double> levels, List<Double> heights) {
        double[] points = new double[levels.size() * 2];
        for (int at = 0; at < levels.size(); at++) {
            points[at * 2] = levels.get(at) + 0.5;
            points[at * 2 + 1] = heights.get(at);
        }
        return points;
    }

    private static void climb(Canvas canvas, Axes axes, Search search) {
        int last = search.path.size() - 1;
        double[] points = points(search.path, search.heights);
        for (int at = 0; at < points.length; at += 2) {
            axes.curve(0xE8C4B0, 1, new double[] {points[at], 0, points[at], points[at + 1]});
        }
        axes.curve(STEP, 1.6, points);
        for (int step = 0; step <= last; step++) {
            double[] dot = {axes.column(points[step * 2]), axes.row(points[step * 2 + 1])};
            canvas.stroke(List.of(dot), step == 0 || step == last ? 11 : 6, step == last ? MODE : STEP);
        }
        String start = "start " + rounded(search.path.get(0));
        boolean toTheLeft = search.path.get(last) < search.path.get(0);
        double beside = axes.column(points[0]) + (toTheLeft ? 10 : -10 - NOTE.width(start));
        NOTE.write(canvas, start, axes.row(points[1]) - 2, inside(axes, beside, start));
        String mode = "mode " + rounded(search.path.get(last));
        double above = axes.column(points[2 * last]) - NOTE.width(mode) / 2;
        NOTE.write(canvas, mode, axes.row(points[2 * last + 1]) - 14, inside(axes, above, mode));
        String steps = last + (last == 1 ? " step" : " steps");
        NOTE.write(canvas, steps, axes.top() + 20, inside(axes, SHEET.width(), steps));
    }

    private static double inside(Axes axes, double column, String text) {
        double most = axes.left() + axes.size().width() - NOTE.width(text) - 6;
        return Math.max(axes.left() + 4.0, Math.min(most, column));
    }

    private static double rounded(double level) {
        return Math.round(level * 10) / 10.0;
    }
}
