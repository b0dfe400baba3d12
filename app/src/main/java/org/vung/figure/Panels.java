package org.vung.figure;

import java.util.ArrayList;
import java.util.List;
import org.vung.image.Image;
import org.vung.image.Size;

/** Pictures side by side in a grid, every one with its caption above it. */
public final class Panels {

    private static final Size SHEET = new Size(1500, 2000);
    private static final int LONGEST_SIDE = 900;
    private static final int SHORTEST_SIDE = 64;
    private static final int NARROWEST = 240;
    private static final int GAP = 18;
    private static final int TITLE_LINES = 2;
    private static final Pen TITLE = new Pen(12, 0x111111);
    private static final Pen NOTE = new Pen(9.5, 0x666666);

    private Panels() {}

    /**
     * Draws a figure of about 2000 by 1500 pixels at most; small photos are enlarged by whole factors.
     *
     * @param photo the size all panels share
     * @param panels at least one, placed row by row
     * @return the figure, 8-bit RGB
     */
    public static Image draw(Size photo, List<Panel> panels) {
        return draw(photo, panels, LONGEST_SIDE);
    }

    /**
     * Draws a figure whose pictures are no larger than said.
     *
     * @param photo the size all panels share
     * @param panels at least one, placed row by row
     * @param longest side of a picture in pixels, 64 … 900
     * @return the figure, 8-bit RGB
     */
    public static Image draw(Size photo, List<Panel> panels, int longest) {
        if (longest < SHORTEST_SIDE || longest > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "the longest side of a panel must be " + SHORTEST_SIDE + " … " + LONGEST_SIDE + ", got " + longest);
        }
        Grid grid = Grid.largest(photo, panels.size(), longest);
        List<List<String>> titles = new ArrayList<>();
        int lines = 1;
        for (Panel panel : panels) {
            List<String> title = TITLE.wrap(panel.title(), grid.cellWidth(), TITLE_LINES);
            titles.add(title);
            lines = Math.max(lines, title.size());
        }
        Canvas canvas = new Canvas(grid.sheet(caption(lines)));
        for (int at = 0; at < panels.size(); at++) {
            int top = GAP + at / grid.columns * (caption(lines) + grid.picture.height() + GAP);
            int left = GAP + at % grid.columns * (grid.cellWidth() + GAP);
            double middle = left + grid.cellWidth() / 2.0;
            double baseline = top + TITLE.lineHeight() * (lines - titles.get(at).size() + 1) - 8;
            for (String line : titles.get(at)) {
                TITLE.centre(canvas, line, baseline, middle);
                baseline += TITLE.lineHeight();
            }
            String note = NOTE.fit(panels.get(at).note(), grid.cellWidth());
            NOTE.centre(canvas, note, top + caption(lines) - 9, middle);
            Image picture = panels.get(at).picture().apply(grid.picture);
            canvas.paste(picture, top + caption(lines), left + (grid.cellWidth() - grid.picture.width()) / 2);
        }
        return canvas.image();
    }

    private static int caption(int lines) {
        return lines * TITLE.lineHeight() + NOTE.lineHeight();
    }

    /** So many columns and rows of pictures of one size. */
    private record Grid(int columns, int rows, Size picture) {

        /** The grid, at least as wide as high, whose pictures are largest; of equal ones the one with fewest empty cells. */
        static Grid largest(Size photo, int panels, int longest) {
            Grid best = of(photo, panels, (int) Math.ceil(Math.sqrt(panels)), longest);
            for (int columns = best.columns + 1; columns <= panels; columns++) {
                Grid grid = of(photo, panels, columns, longest);
                int gain = Integer.compare(grid.picture.pixels(), best.picture.pixels());
                if (gain > 0 || (gain == 0 && grid.columns * grid.rows < best.columns * best.rows)) {
                    best = grid;
                }
            }
            return best;
        }

        private static Grid of(Size photo, int panels, int columns, int longest) {
            int rows = (panels + columns - 1) / columns;
            double across = (SHEET.width() - GAP) / (double) columns - GAP;
            double down = (SHEET.height() - GAP) / (double) rows - GAP - caption(TITLE_LINES);
            double scale = Math.min(
                    Math.min(across / photo.width(), down / photo.height()),
                    (double) longest / Math.max(photo.width(), photo.height()));
            return new Grid(columns, rows, scaled(photo, scale >= 1 ? Math.floor(scale) : scale));
        }

        private static Size scaled(Size photo, double scale) {
            return new Size((int) Math.max(1, photo.height() * scale), (int) Math.max(1, photo.width() * scale));
        }

        int cellWidth() {
            return Math.max(NARROWEST, picture.width());
        }

        Size sheet(int caption) {
            return new Size(GAP + rows * (caption + picture.height() + GAP), GAP + columns * (cellWidth() + GAP));
        }
    }
}
