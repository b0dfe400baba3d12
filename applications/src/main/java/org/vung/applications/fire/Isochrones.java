package org.vung.applications.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.applications.sheet.Key;
import org.vung.applications.sheet.Pictures;
import org.vung.data.outline.Polygon;
import org.vung.data.outline.Ring;
import org.vung.figure.Canvas;
import org.vung.figure.Resize;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.mask.RunLengths;
import org.vung.measure.PixelSize;

/** Where the fire's edge was when: one line a photo, from yellow to dark red, over the ground before it burnt. */
final class Isochrones {

    private static final int MARGIN = 45;
    private static final int LEAST = 160;
    private static final int FIRST = 0xFFF176;
    private static final int LAST = 0xB00020;

    private Isochrones() {}

    /** The part of the photos that is of interest. */
    static Box window(Size size, Sighting last) {
        Box fire = RunLengths.of(size, last.burnt()).box().orElse(new Box(0, 0, size.height(), size.width()));
        int[] rows = span(fire.row(), fire.bottom(), size.height());
        int[] columns = span(fire.column(), fire.right(), size.width());
        return new Box(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0]);
    }

    private static int[] span(int from, int to, int length) {
        int wanted = Math.min(length, Math.max(LEAST, to - from + 2 * MARGIN));
        int start = Math.max(0, Math.min(length - wanted, (from + to - wanted) / 2));
        return new int[] {start, start + wanted};
    }

    /** A part of a picture, each pixel repeated. */
    static Image part(Image photo, Box window, int factor) {
        byte[] rgb = new byte[(int) window.area() * 3];
        int length = window.width() * 3;
        for (int row = 0; row < window.height(); row++) {
            int from = photo.size().index(window.row() + row, window.column()) * 3;
            System.arraycopy(photo.sharedBytes(), from, rgb, row * length, length);
        }
        Image part = Image.wrap(new Size(window.height(), window.width()), Layout.RGB, rgb);
        return Resize.picture(part, new Size(window.height() * factor, window.width() * factor));
    }

    /** The picture, of a window around the fire, enlarged. */
    static Image draw(Image ground, List<Sighting> series, Box window, int factor, PixelSize pixel) {
        Canvas canvas = Canvas.over(part(ground, window, factor));
        for (int at = 0; at < series.size(); at++) {
            double share = series.size() == 1 ? 0 : at / (series.size() - 1.0);
            int colour = blend(FIRST, LAST, share);
            canvas.stroke(
                    lines(series.get(at).burnt(), ground.size(), window, factor),
                    at == series.size() - 1 ? 3 : 1.8,
                    colour);
        }
        scale(canvas, window, factor, pixel);
        return canvas.image();
    }

    static List<Key> keys(List<Sighting> series) {
        List<Key> keys = new ArrayList<>();
        for (int at = 0; at < series.size(); at++) {
            double share = series.size() == 1 ? 0 : at / (series.size() - 1.0);
            keys.add(new Key(
                    String.format(Locale.ROOT, "%.0f min", series.get(at).minute()), blend(FIRST, LAST, share)));
        }
        return keys;
    }

    /** Outlines of a mask in pixels of the enlarged window. */
    static List<double[]> lines(boolean[] mask, Size size, Box window, int factor) {
        List<double[]> lines = new ArrayList<>();
        for (Polygon polygon : Polygon.of(RunLengths.of(size, mask))) {
            Ring outer = polygon.outer();
            double[] line = new double[2 * outer.size() + 2];
            for (int corner = 0; corner <= outer.size(); corner++) {
                line[2 * corner] = (outer.column(corner % outer.size()) - window.column()) * (double) factor;
                line[2 * corner + 1] = (outer.row(corner % outer.size()) - window.row()) * (double) factor;
            }
            lines.add(line);
        }
        return lines;
    }

    private static void scale(Canvas canvas, Box window, int factor, PixelSize pixel) {
        double metres = window.width() * pixel.width();
        double length = metres > 4000 ? 1000 : metres > 800 ? 200 : 20;
        double pixels = length / pixel.width() * factor;
        double row = canvas.size().height() - 16;
        canvas.stroke(List.of(new double[] {14, row, 14 + pixels, row}), 6, 0x000000);
        canvas.stroke(List.of(new double[] {14, row, 14 + pixels, row}), 3, 0xFFFFFF);
        Pictures.plate(canvas, String.format(Locale.ROOT, "%.0f m", length), (int) row - 26, 12, 10, 0xFFFFFF);
    }

    private static int blend(int from, int to, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = from >> shift & 0xFF;
            int other = to >> shift & 0xFF;
            rgb |= (int) Math.round(one + (other - one) * share) << shift;
        }
        return rgb;
    }
}
