package org.vung.figure;

import java.util.Arrays;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** A white sheet of 8-bit RGB pixels to draw on. Rows grow downwards; what falls outside is left out. */
public final class Canvas {

    private final Size size;
    private final byte[] rgb;

    /**
     * A white sheet.
     *
     * @param size height and width in pixels
     */
    public Canvas(Size size) {
        this.size = size;
        this.rgb = new byte[Math.multiplyExact(size.pixels(), 3)];
        Arrays.fill(rgb, (byte) 255);
    }

    /**
     * A sheet with a picture on it.
     *
     * @param picture 8-bit RGB
     * @return a canvas of its size
     */
    public static Canvas over(Image picture) {
        Canvas canvas = new Canvas(picture.size());
        canvas.paste(picture, 0, 0);
        return canvas;
    }

    /**
     * Height and width.
     *
     * @return the size in pixels
     */
    public Size size() {
        return size;
    }

    /**
     * What has been drawn so far.
     *
     * @return a copy, 8-bit RGB
     */
    public Image image() {
        return Image.of(size, Layout.RGB, rgb);
    }

    /**
     * Lays a picture down.
     *
     * @param picture 8-bit RGB
     * @param top row of its first pixel, negative above the sheet
     * @param left column of its first pixel
     */
    public void paste(Image picture, int top, int left) {
        byte[] from = picture.sharedBytes();
        int first = Math.max(0, -left);
        int columns = Math.min(picture.width(), size.width() - left) - first;
        for (int row = Math.max(0, -top); row < Math.min(picture.height(), size.height() - top); row++) {
            if (columns > 0) {
                int at = size.index(top + row, left + first) * 3;
                System.arraycopy(from, picture.size().index(row, first) * 3, rgb, at, columns * 3);
            }
        }
    }

    /**
     * Fills a rectangle.
     *
     * @param top its first row
     * @param left its first column
     * @param area its height and width
     * @param colour 0xRRGGBB
     */
    public void fill(int top, int left, Size area, int colour) {
        tint(top, left, area, colour, 1);
    }

    /**
     * Lays a colour over a rectangle.
     *
     * @param top its first row
     * @param left its first column
     * @param area its height and width
     * @param colour 0xRRGGBB
     * @param share of the colour, 0 … 1; the rest is what was there
     */
    public void tint(int top, int left, Size area, int colour, float share) {
        for (int row = Math.max(0, top); row < Math.min(size.height(), top + area.height()); row++) {
            for (int column = Math.max(0, left); column < Math.min(size.width(), left + area.width()); column++) {
                blend(size.index(row, column), colour, share);
            }
        }
    }

    /**
     * Draws chains of straight lines with a round pen and soft edges; where they cross, the colour stays the same.
     *
     * @param chains each column, row, column, row … in pixels; a chain of one point is a dot
     * @param weight width of the pen in pixels
     * @param colour 0xRRGGBB
     */
    public void stroke(List<double[]> chains, double weight, int colour) {
        double[] bounds = bounds(chains, weight / 2 + 1);
        int left = (int) Math.max(0, Math.floor(bounds[0]));
        int top = (int) Math.max(0, Math.floor(bounds[1]));
        int right = (int) Math.min(size.width() - 1, Math.ceil(bounds[2]));
        int bottom = (int) Math.min(size.height() - 1, Math.ceil(bounds[3]));
        if (left > right || top > bottom) {
            return;
        }
        float[] cover = new float[(bottom - top + 1) * (right - left + 1)];
        for (double[] chain : chains) {
            for (int at = 0; at + 1 < chain.length; at += 2) {
                int next = Math.min(at + 2, chain.length - 2);
                if (next > at || chain.length == 2) {
                    Segment segment = new Segment(chain[at], chain[at + 1], chain[next], chain[next + 1]);
                    segment.cover(cover, new int[] {top, left, bottom, right}, weight / 2);
                }
            }
        }
        for (int row = top, at = 0; row <= bottom; row++) {
            for (int column = left; column <= right; column++, at++) {
                if (cover[at] > 0) {
                    blend(size.index(row, column), colour, cover[at]);
                }
            }
        }
    }

    private static double[] bounds(List<double[]> chains, double margin) {
        double[] bounds = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] chain : chains) {
            for (int at = 0; at < chain.length; at++) {
                bounds[at % 2] = Math.min(bounds[at % 2], chain[at] - margin);
                bounds[2 + at % 2] = Math.max(bounds[2 + at % 2], chain[at] + margin);
            }
        }
        return bounds;
    }

    private void blend(int pixel, int colour, float share) {
        for (int channel = 0; channel < 3; channel++) {
            int below = rgb[pixel * 3 + channel] & 0xFF;
            int above = colour >> (16 - 8 * channel) & 0xFF;
            rgb[pixel * 3 + channel] = (byte) Math.round(below + (above - below) * share);
        }
    }

    /** A straight line between two points, in pixels; the centre of the top left pixel is at 0.5, 0.5. */
    private record Segment(double x0, double y0, double x1, double y1) {

        /** Raises the cover of every pixel of a window (top, left, bottom, right) near the line. */
        void cover(float[] cover, int[] window, double radius) {
            int width = window[3] - window[1] + 1;
            int top = (int) Math.max(window[0], Math.floor(Math.min(y0, y1) - radius - 1));
            int bottom = (int) Math.min(window[2], Math.ceil(Math.max(y0, y1) + radius + 1));
            int left = (int) Math.max(window[1], Math.floor(Math.min(x0, x1) - radius - 1));
            int right = (int) Math.min(window[3], Math.ceil(Math.max(x0, x1) + radius + 1));
            for (int row = top; row <= bottom; row++) {
                for (int column = left; column <= right; column++) {
                    double share = radius + 0.5 - distance(column + 0.5, row + 0.5);
                    int at = (row - window[0]) * width + column - window[1];
                    cover[at] = Math.max(cover[at], (float) Math.max(0, Math.min(1, share)));
                }
            }
        }

        private double distance(double x, double y) {
            double dx = x1 - x0;
            double dy = y1 - y0;
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
            return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
        }
    }
}
