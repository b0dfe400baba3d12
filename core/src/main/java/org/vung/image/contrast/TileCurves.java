package org.vung.image.contrast;

import java.util.stream.IntStream;
import org.vung.grid.Mirror;
import org.vung.image.Size;

/** The curve of every tile: which grey becomes which. */
final class TileCurves {

    private static final int BINS = 256;

    private final byte[] greys;
    private final Size image;
    private final Clahe options;
    private final Size tile;
    private final byte[] curves;

    private TileCurves(byte[] greys, Size image, Clahe options) {
        this.greys = greys;
        this.image = image;
        this.options = options;
        this.tile = tile(image, options);
        this.curves = new byte[options.rows() * options.columns() * BINS];
    }

    /** Counts every tile and makes its curve; tiles are shared among all cores. */
    static TileCurves of(byte[] greys, Size image, Clahe options) {
        TileCurves curves = new TileCurves(greys, image, options);
        IntStream.range(0, options.rows() * options.columns()).parallel().forEach(curves::fill);
        return curves;
    }

    /** Where one side must be lengthened, OpenCV lengthens the other as well, by a whole pixel a tile if it fits already. */
    private static Size tile(Size image, Clahe options) {
        boolean divides = image.height() % options.rows() == 0 && image.width() % options.columns() == 0;
        int more = divides ? 0 : 1;
        return new Size(image.height() / options.rows() + more, image.width() / options.columns() + more);
    }

    /** Height and width of a tile in pixels. */
    Size tile() {
        return tile;
    }

    /** What a grey becomes by the curve of a tile, 0 … 255. */
    int at(int row, int column, int grey) {
        return curves[(row * options.columns() + column) * BINS + grey] & 0xFF;
    }

    private void fill(int at) {
        int[] histogram = histogram(at / options.columns() * tile.height(), at % options.columns() * tile.width());
        clip(histogram);
        float scale = (float) (BINS - 1) / tile.pixels();
        int sum = 0;
        for (int grey = 0; grey < BINS; grey++) {
            sum += histogram[grey];
            curves[at * BINS + grey] = (byte) (int) Math.min(255, Math.rint(sum * scale));
        }
    }

    private int[] histogram(int top, int left) {
        int[] histogram = new int[BINS];
        for (int row = top; row < top + tile.height(); row++) {
            int start = Mirror.fold(row, image.height()) * image.width();
            for (int column = left; column < left + tile.width(); column++) {
                histogram[greys[start + Mirror.fold(column, image.width())] & 0xFF]++;
            }
        }
        return histogram;
    }

    /** Cuts peaks off and spreads what was cut evenly; the rest goes to bins at even distances. */
    private void clip(int[] histogram) {
        int limit = Math.max(1, (int) (options.clipLimit() * tile.pixels() / BINS));
        int cut = 0;
        for (int grey = 0; grey < BINS; grey++) {
            int above = Math.max(0, histogram[grey] - limit);
            histogram[grey] -= above;
            cut += above;
        }
        for (int grey = 0; grey < BINS; grey++) {
            histogram[grey] += cut / BINS;
        }
        int rest = cut % BINS;
        int step = rest == 0 ? 1 : Math.max(1, BINS / rest);
        for (int grey = 0; grey < BINS && rest > 0; grey += step, rest--) {
            histogram[grey]++;
        }
    }
}
