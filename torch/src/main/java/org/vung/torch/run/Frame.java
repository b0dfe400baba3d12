package org.vung.torch.run;

import org.vung.grid.Mirror;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.nets.graph.Tiles;

/** An image with mirrored pixels around it, from which tiles are cut. */
final class Frame {

    private final Image image;
    private final int first;
    private final int height;
    private final Tiles tiles;

    Frame(Image image, Tiles tiles) {
        this(image, 0, image.height(), tiles);
    }

    /** A frame of which only some rows of the image are at hand: those from {@code first} on of {@code height}. */
    Frame(Image image, int first, int height, Tiles tiles) {
        this.image = image;
        this.first = first;
        this.height = height;
        this.tiles = tiles;
    }

    /** One tile, as an image of the same layout and samples. */
    Image cut(Tiles.Piece rows, Tiles.Piece columns) {
        Size size = new Size(rows.length(), columns.length());
        if (tiles.count() == 1 && size.equals(image.size())) {
            return image;
        }
        Image part = image.blank(size);
        copy(image.sharedSamples(), part.sharedSamples(), rows, columns);
        return part;
    }

    /** Copies pixel by pixel between arrays of one type. */
    private void copy(Object samples, Object part, Tiles.Piece rows, Tiles.Piece columns) {
        int channels = image.channels();
        for (int row = 0; row < rows.length(); row++) {
            int from = (Mirror.fold(rows.from() + row - tiles.rows().before(), height) - first) * image.width();
            for (int column = 0; column < columns.length(); column++) {
                int pixel = from
                        + Mirror.fold(columns.from() + column - tiles.columns().before(), image.width());
                int at = (row * columns.length() + column) * channels;
                System.arraycopy(samples, pixel * channels, part, at, channels);
            }
        }
    }
}
