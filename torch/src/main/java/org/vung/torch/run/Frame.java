package org.vung.torch.run;

import org.vung.image.Size;
import org.vung.nets.graph.Tiles;

/** An image's samples with mirrored pixels around it, from which tiles are cut. */
final class Frame {

    private final float[] samples;
    private final Size size;
    private final Tiles tiles;
    private final int channels;

    /** Over samples [height, width, channels], shared. */
    Frame(float[] samples, Size size, Tiles tiles) {
        this.samples = samples;
        this.size = size;
        this.tiles = tiles;
        this.channels = samples.length / size.pixels();
    }

    /** The samples of one tile, [rows, columns, channels]. */
    float[] cut(Tiles.Piece rows, Tiles.Piece columns) {
        if (isWhole(rows, columns)) {
            return samples;
        }
        float[] part = new float[rows.length() * columns.length() * channels];
        for (int row = 0; row < rows.length(); row++) {
            int from = mirrored(rows.from() + row - tiles.rows().before(), size.height()) * size.width();
            for (int column = 0; column < columns.length(); column++) {
                int pixel = from
                        + mirrored(columns.from() + column - tiles.columns().before(), size.width());
                System.arraycopy(
                        samples, pixel * channels, part, (row * columns.length() + column) * channels, channels);
            }
        }
        return part;
    }

    private boolean isWhole(Tiles.Piece rows, Tiles.Piece columns) {
        return tiles.count() == 1 && rows.length() == size.height() && columns.length() == size.width();
    }

    /** Folds a place back into 0 … length − 1, mirrored at the border pixels, as often as it takes. */
    private static int mirrored(int place, int length) {
        if (place >= 0 && place < length) {
            return place;
        }
        int turn = Math.max(1, 2 * (length - 1));
        int within = Math.floorMod(place, turn);
        return length == 1 ? 0 : Math.min(within, turn - within);
    }
}
