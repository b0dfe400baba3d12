package org.vung.figure;

import java.util.ArrayList;
import java.util.List;
import org.vung.Instance;
import org.vung.image.Size;

/** Plates with the names of objects, each beside its box, none out of the picture, and apart from one another where there is room. */
final class Plates {

    private static final int DARK = 0x111111;
    private static final int LIGHT = 0xFFFFFF;

    /** The share of the picture that plates may cover: with more, names would hide what they name. */
    private static final double MOST_COVERED = 1 / 8.0;

    private final Canvas canvas;
    private final Size size;
    private final double letter;
    private final List<Plate> put = new ArrayList<>();

    Plates(Canvas canvas, Size size, double letter) {
        this.canvas = canvas;
        this.size = size;
        this.letter = letter;
    }

    /** A rectangle of whole pixels. */
    private record Plate(int top, int left, int height, int width) {

        long shared(Plate other) {
            int down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
            int across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
            return (long) Math.max(0, down) * Math.max(0, across);
        }
    }

    /** Whether plates for all of these names leave enough of the picture to be seen. */
    boolean leave(List<String> texts) {
        double covered = texts.stream()
                .mapToDouble(text -> (double) height() * width(text))
                .sum();
        return covered <= MOST_COVERED * size.pixels();
    }

    private int height() {
        return (int) Math.ceil(1.7 * letter);
    }

    private int width(String text) {
        return (int) Math.ceil(new Pen(letter, DARK).width(text) + letter / 2);
    }

    /** Writes a name in a colour's contrast on a plate of it; nothing where the picture is too small. */
    void put(String text, Instance object, int colour) {
        Pen pen = new Pen(letter, contrast(colour));
        int height = height();
        int width = width(text);
        if (height > size.height() || width > size.width()) {
            return;
        }
        Plate plate = freest(object, height, width);
        put.add(plate);
        canvas.fill(plate.top, plate.left, new Size(height, width), colour);
        pen.write(canvas, text, plate.top + 1.35 * letter, plate.left + letter / 4);
    }

    /** Above the box, else inside it above, below it, inside it below; the first that covers least of other plates. */
    private Plate freest(Instance object, int height, int width) {
        int top = Math.round(object.row());
        int bottom = Math.round(object.row() + object.height());
        int left = Math.round(object.column());
        int right = Math.round(object.column() + object.width());
        Plate best = within(top - height, left, height, width);
        for (int row : new int[] {top - height, top, bottom, bottom - height}) {
            for (int column : new int[] {left, right - width}) {
                Plate plate = within(row, column, height, width);
                best = covered(plate) < covered(best) ? plate : best;
            }
        }
        return best;
    }

    private long covered(Plate plate) {
        return put.stream().mapToLong(plate::shared).sum();
    }

    private Plate within(int row, int column, int height, int width) {
        int top = Math.max(0, Math.min(size.height() - height, row));
        return new Plate(top, Math.max(0, Math.min(size.width() - width, column)), height, width);
    }

    private static int contrast(int colour) {
        int brightness = 299 * (colour >> 16) + 587 * ((colour >> 8) & 0xFF) + 114 * (colour & 0xFF);
        return brightness > 128_000 ? DARK : LIGHT;
    }
}
