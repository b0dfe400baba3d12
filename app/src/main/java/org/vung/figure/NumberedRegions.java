package org.vung.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

/**
 * Regions outlined on their photo, each with its number where there is room; cells as thin lines; what fired framed in red.
 *
 * @param photo of the labels' size, 8-bit RGB
 * @param owners a region per pixel, 0 where there is none
 * @param palette a colour per region
 */
public record NumberedRegions(Image photo, LabelMap owners, Palette palette) {

    private static final int RED = 0xE3170A;
    private static final int LINE = 0xF2F2F2;
    private static final int DARK = 0x111111;
    private static final int LIGHT = 0xFFFFFF;
    private static final int MOST_SIDE = 1600;
    private static final int WANTED_SIDE = 1100;
    private static final int MOST_ENLARGED = 8;
    private static final double LETTER = 10;
    private static final int MOST_NUMBERS = 500;

    /**
     * A region to be numbered.
     *
     * @param label in the owners
     * @param text its number
     * @param box around it
     */
    public record Mark(int label, String text, Box box) {}

    /**
     * What stands out.
     *
     * @param cells that were looked at; may be none
     * @param firedCells those framed in red
     * @param firedRegions labels of those outlined in red
     */
    public record Emphasis(List<Box> cells, List<Box> firedCells, Set<Integer> firedRegions) {}

    /** A place for a number. */
    private record Spot(int top, int left, int height, int width) {

        boolean touches(Spot other) {
            return top < other.top + other.height
                    && other.top < top + height
                    && left < other.left + other.width
                    && other.left < left + width;
        }
    }

    /**
     * Draws the picture: at most 1,600 pixels a side, and small images enlarged.
     *
     * @param marks regions to be numbered
     * @param emphasis what stands out
     * @return 8-bit RGB
     */
    public Image draw(List<Mark> marks, Emphasis emphasis) {
        Size size = size(owners.size());
        LabelMap shown = owners.resized(size);
        Canvas canvas = new Canvas(size);
        canvas.paste(Overlay.objects(Resize.picture(Preview.rgb(photo), size), shown, palette), 0, 0);
        outline(canvas, shown, emphasis.firedRegions());
        emphasis.cells().forEach(cell -> canvas.stroke(List.of(frame(cell, size, 0)), 1, LINE));
        emphasis.firedCells().forEach(cell -> canvas.stroke(List.of(frame(cell, size, 1.5)), 3, RED));
        number(canvas, shown, marks);
        return canvas.image();
    }

    /** Not larger than a screen, and a multiple of the image where that is small. */
    private static Size size(Size size) {
        int longer = Math.max(size.height(), size.width());
        if (longer > MOST_SIDE) {
            double scale = (double) MOST_SIDE / longer;
            return new Size(scaled(size.height(), scale), scaled(size.width(), scale));
        }
        int times = Math.max(1, Math.min(MOST_ENLARGED, WANTED_SIDE / longer));
        return new Size(size.height() * times, size.width() * times);
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }

    /** The border of regions, two pixels wide. */
    private static void outline(Canvas canvas, LabelMap shown, Set<Integer> fired) {
        if (fired.isEmpty()) {
            return;
        }
        Size size = shown.size();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                if (fired.contains(shown.at(row, column)) && isBorder(shown, row, column)) {
                    canvas.fill(row, column, new Size(1, 1), RED);
                }
            }
        }
    }

    private static boolean isBorder(LabelMap shown, int row, int column) {
        int label = shown.at(row, column);
        for (int step = -2; step <= 2; step++) {
            if (label(shown, row + step, column) != label || label(shown, row, column + step) != label) {
                return true;
            }
        }
        return false;
    }

    private static int label(LabelMap shown, int row, int column) {
        boolean inside = row >= 0
                && column >= 0
                && row < shown.size().height()
                && column < shown.size().width();
        return inside ? shown.at(row, column) : -1;
    }

    private double[] frame(Box cell, Size size, double margin) {
        double down = (double) size.height() / owners.size().height();
        double across = (double) size.width() / owners.size().width();
        double top = cell.row() * down + margin;
        double left = cell.column() * across + margin;
        double bottom = cell.bottom() * down - margin;
        double right = cell.right() * across - margin;
        return new double[] {left, top, right, top, right, bottom, left, bottom, left, top};
    }

    /** The largest regions first; a number that would lie on another is left out. */
    private void number(Canvas canvas, LabelMap shown, List<Mark> marks) {
        List<Spot> taken = new ArrayList<>();
        List<Mark> order = marks.stream()
                .sorted(Comparator.comparingLong((Mark mark) -> -mark.box().area()))
                .limit(MOST_NUMBERS)
                .toList();
        Pen dark = new Pen(LETTER, DARK);
        Pen light = new Pen(LETTER, LIGHT);
        for (Mark mark : order) {
            int width = (int) Math.ceil(dark.width(mark.text()));
            int[] middle = inside(middle(shown, mark), width, shown.size());
            Spot spot = new Spot(middle[0] - (int) LETTER / 2 - 1, middle[1] - width / 2, (int) LETTER + 3, width);
            if (taken.stream().noneMatch(spot::touches)) {
                taken.add(spot);
                double baseline = middle[0] + LETTER / 2;
                light.centreWide(canvas, mark.text(), new double[] {baseline, middle[1]}, 2.5);
                dark.centre(canvas, mark.text(), baseline, middle[1]);
            }
        }
    }

    /** A place from which the number does not leave the picture. */
    private static int[] inside(int[] middle, int width, Size size) {
        int half = (int) LETTER / 2 + 3;
        return new int[] {
            Math.max(half, Math.min(size.height() - half, middle[0])),
            Math.max(width / 2 + 2, Math.min(size.width() - width / 2 - 2, middle[1]))
        };
    }

    /** Row and column in the middle of the region's longest run near the middle of its box. */
    private int[] middle(LabelMap shown, Mark mark) {
        Size size = shown.size();
        int top = (int) ((long) mark.box().row() * size.height() / owners.size().height());
        int bottom = (int)
                ((long) mark.box().bottom() * size.height() / owners.size().height());
        int centre = Math.min(size.height() - 1, (top + bottom) / 2);
        int[] best = {
            centre,
            Math.min(size.width() - 1, (int) ((mark.box().column() + mark.box().right())
                    / 2L
                    * size.width()
                    / owners.size().width()))
        };
        double most = 0;
        for (int row = Math.max(0, top); row < Math.min(size.height(), Math.max(bottom, top + 1)); row++) {
            double near = 1 - Math.abs(row - centre) / (bottom - top + 1.0);
            for (int start = 0, end; start < size.width(); start = end) {
                end = start + 1;
                if (shown.at(row, start) == mark.label()) {
                    while (end < size.width() && shown.at(row, end) == mark.label()) {
                        end++;
                    }
                    if ((end - start) * near > most) {
                        most = (end - start) * near;
                        best = new int[] {row, (start + end) / 2};
                    }
                }
            }
        }
        return best;
    }
}
