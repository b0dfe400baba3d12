package org.vung.figure;

import java.util.List;
import org.vung.image.Image;
import org.vung.image.Size;

/**
 * Curves over one another, with scales from zero on.
 *
 * @param title above it
 * @param across what the horizontal scale shows
 * @param up what the vertical scale shows
 * @param curves at least one, of at least one point
 */
public record Chart(String title, String across, String up, List<Curve> curves) {

    private static final int LEFT = 84;
    private static final int RIGHT = 24;
    private static final int TOP = 78;
    private static final int BOTTOM = 70;

    /**
     * One curve.
     *
     * @param name what it shows
     * @param rgb 0xRRGGBB
     * @param x growing, at least 0
     * @param y as many, at least 0
     */
    public record Curve(String name, int rgb, List<Double> x, List<Double> y) {

        /** Copies the lists and checks that they are of one length. */
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.isEmpty() || x.size() != y.size()) {
                throw new IllegalArgumentException(
                        "a curve must have as many x as y and at least 1, got " + x.size() + " and " + y.size());
            }
        }
    }

    /** Copies the list. */
    public Chart {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a chart must have at least 1 curve, got none");
        }
    }

    /**
     * Draws it.
     *
     * @param size at least 240 by 320 pixels
     * @return 8-bit RGB
     */
    public Image draw(Size size) {
        if (size.height() < 240 || size.width() < 320) {
            throw new IllegalArgumentException("a chart must be at least 240x320, got " + size);
        }
        Canvas canvas = new Canvas(size);
        Size frame = new Size(size.height() - TOP - BOTTOM, size.width() - LEFT - RIGHT);
        Axes axes = new Axes(canvas, TOP, LEFT, frame, new Axes.Range(0, most(true), 0, 1.06 * most(false)));
        axes.frame(title, across, up);
        for (int at = 0; at < curves.size(); at++) {
            Curve curve = curves.get(at);
            double[] points = new double[curve.x.size() * 2];
            for (int point = 0; point < curve.x.size(); point++) {
                points[point * 2] = curve.x.get(point);
                points[point * 2 + 1] = curve.y.get(point);
            }
            axes.curve(curve.rgb, 2.5, points);
            int row = TOP + 16 + at * 24;
            canvas.fill(row - 5, LEFT + 14, new Size(4, 22), curve.rgb);
            new Pen(10, 0x333333).write(canvas, curve.name, row, LEFT + 44);
        }
        return canvas.image();
    }

    private double most(boolean ofX) {
        double most = curves.stream()
                .flatMap(curve -> (ofX ? curve.x : curve.y).stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return most > 0 ? most : 1;
    }
}
