package org.vung.image.contrast;

import org.vung.grid.RowBands;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;

/**
 * Contrast-limited adaptive histogram equalisation (Zuiderveld 1994, "Contrast limited adaptive histogram equalization",
 * Graphics Gems IV, pp. 474–485): every tile has a curve of its own, the summed histogram of its pixels with its peaks cut off;
 * a pixel takes the mean of the curves of the four nearest tiles, weighted by nearness.
 *
 * <p>The numbers are those of OpenCV's {@code createCLAHE} for 8 bits, pixel by pixel. Differs from the paper, as there: what was
 * cut off is spread over the bins once, and may lift them above the limit again; sides that the tiles do not divide are
 * lengthened by mirroring at the border pixel.
 *
 * @param clipLimit highest bin of a tile's histogram, in times of its mean bin; above 0. OpenCV's standard is 40
 * @param rows of tiles, 1 … 256; OpenCV's standard is 8
 * @param columns of tiles, 1 … 256; OpenCV's standard is 8
 */
public record Clahe(double clipLimit, int rows, int columns) implements Contrast {

    private static final int MOST_TILES = 256;

    /** Checks every value. */
    public Clahe {
        if (!(clipLimit > 0 && clipLimit <= 1e6)) {
            throw new IllegalArgumentException(
                    "clip limit must be above 0 and at most 1000000 times the mean bin, got " + clipLimit);
        }
        if (Math.min(rows, columns) < 1 || Math.max(rows, columns) > MOST_TILES) {
            throw new IllegalArgumentException(
                    "tiles must be 1 … " + MOST_TILES + " along each side, got " + rows + "x" + columns);
        }
    }

    @Override
    public Image of(Image image) {
        byte[] grey = Grey.STANDARD.of(image).to8Bit().sharedBytes();
        int width = image.width();
        TileCurves curves = TileCurves.of(grey, image.size(), this);
        Places across = new Places(width, curves.tile().width(), columns);
        Places down = new Places(image.height(), curves.tile().height(), rows);
        byte[] equalised = new byte[grey.length];
        RowBands.forEach(image.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0, at = row * width; column < width; column++, at++) {
                    equalised[at] = (byte) between(curves, down, row, across, column, grey[at] & 0xFF);
                }
            }
        });
        return Image.wrap(image.size(), Layout.GREY, equalised);
    }

    private static int between(TileCurves curves, Places down, int row, Places across, int column, int grey) {
        float right = across.share[column];
        float below = down.share[row];
        float upper = curves.at(down.first[row], across.first[column], grey) * (1 - right)
                + curves.at(down.first[row], across.second[column], grey) * right;
        float lower = curves.at(down.second[row], across.first[column], grey) * (1 - right)
                + curves.at(down.second[row], across.second[column], grey) * right;
        return (int) Math.rint(upper * (1 - below) + lower * below);
    }

    /** For every row or column: the tiles on both sides of it, and the share of the second one. */
    private static final class Places {

        private final int[] first;
        private final int[] second;
        private final float[] share;

        private Places(int length, int tile, int tiles) {
            first = new int[length];
            second = new int[length];
            share = new float[length];
            float inverse = 1f / tile;
            for (int at = 0; at < length; at++) {
                float place = at * inverse - 0.5f; // counted in tiles from the middle of the first
                int before = (int) Math.floor(place);
                share[at] = place - before;
                first[at] = Math.max(before, 0);
                second[at] = Math.min(before + 1, tiles - 1);
            }
        }
    }

    @Override
    public String text() {
        return "clahe=" + clipLimit + ":" + rows + "x" + columns;
    }
}
