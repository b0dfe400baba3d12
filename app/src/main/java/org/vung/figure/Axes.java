package org.vung.figure;

import java.util.ArrayList;
import java.util.List;
import org.vung.image.Size;

/**
 * A framed rectangle of a canvas with a scale on either side.
 *
 * @param canvas to draw on
 * @param top row of the frame
 * @param left column of the frame
 * @param size of the frame in pixels
 * @param range what it shows
 */
record Axes(Canvas canvas, int top, int left, Size size, Range range) {

    private static final Pen SCALE = new Pen(9, 0x444444);
    private static final int TICK = 6;

    /** The least and largest values shown, x to the right and y upwards. */
    record Range(double x0, double x1, double y0, double y1) {}

    double column(double x) {
        return left + (x - range.x0) / (range.x1 - range.x0) * size.width();
    }

    double row(double y) {
        return top + size.height() - (y - range.y0) / (range.y1 - range.y0) * size.height();
    }

    /** Draws the frame and the scales, and writes what they show. */
    void frame(String title, String across, String up) {
        double bottom = top + size.height();
        double right = left + size.width();
        for (double x : ticks(range.x0, range.x1)) {
            line(0x444444, 1, column(x), bottom, column(x), bottom + TICK);
            SCALE.centre(canvas, number(x), bottom + TICK + 16, column(x));
        }
        for (double y : ticks(range.y0, range.y1)) {
            line(0x444444, 1, left - TICK, row(y), left, row(y));
            String text = number(y);
            SCALE.write(canvas, text, row(y) + 4, left - TICK - 4 - SCALE.width(text));
        }
        line(0x444444, 1, left, top, left, bottom, right, bottom, right, top, left, top);
        new Pen(12, 0x111111).centre(canvas, title, top - 18, (left + right) / 2);
        SCALE.centre(canvas, across, bottom + TICK + 40, (left + right) / 2);
        SCALE.write(canvas, up, top - 14, left - TICK - 40);
    }

    /** Draws a chain of lines through points x, y, x, y … of the scales. */
    void curve(int colour, double weight, double[] points) {
        double[] chain = new double[points.length];
        for (int at = 0; at + 1 < points.length; at += 2) {
            chain[at] = column(points[at]);
            chain[at + 1] = row(points[at + 1]);
        }
        line(colour, weight, chain);
    }

    /** Fills from zero up to a value. */
    void bar(double from, double to, double height, int colour) {
        int first = (int) Math.round(column(from));
        int end = (int) Math.round(column(to));
        int rise = (int) Math.round(row(0) - row(height));
        if (end > first && rise > 0) {
            canvas.fill((int) Math.round(row(0)) - rise, first, new Size(rise, end - first), colour);
        }
    }

    private void line(int colour, double weight, double... chain) {
        canvas.stroke(List.of(chain), weight, colour);
    }

    /** About five round numbers inside a range. */
    static List<Double> ticks(double from, double to) {
        double rough = (to - from) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long at = (long) Math.ceil(from / step - 1e-9); at * step <= to * (1 + 1e-9); at++) {
            ticks.add(at * step);
        }
        return ticks;
    }

    private static String number(double value) {
        double rounded = Math.round(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
