package org.vung.tile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** An image whose samples are the objects to be found: k everywhere in the k-th, 0 between them. */
final class Sheet {

    final Size size;
    private final short[] objects;

    Sheet(int height, int width) {
        size = new Size(height, width);
        objects = new short[size.pixels()];
    }

    static Sheet of(LabelMap labels) {
        Sheet sheet = new Sheet(labels.size().height(), labels.size().width());
        for (int pixel = 0; pixel < sheet.objects.length; pixel++) {
            sheet.objects[pixel] = (short) labels.sharedLabels()[pixel];
        }
        return sheet;
    }

    /** Draws an object over those that are there. */
    void disc(int object, double row, double column, double radius) {
        int reach = (int) Math.ceil(radius);
        for (int y = Math.max(0, (int) row - reach); y <= Math.min(size.height() - 1, row + reach); y++) {
            for (int x = Math.max(0, (int) column - reach); x <= Math.min(size.width() - 1, column + reach); x++) {
                if (Math.hypot(y - row, x - column) <= radius) {
                    set(object, y, x);
                }
            }
        }
    }

    void bar(int object, int row, int column, int height, int width) {
        for (int y = row; y < row + height; y++) {
            for (int x = column; x < column + width; x++) {
                set(object, y, x);
            }
        }
    }

    void set(int object, int row, int column) {
        objects[size.index(row, column)] = (short) object;
    }

    int get(int row, int column) {
        return objects[size.index(row, column)];
    }

    /** This sheet somewhere on a larger one, which is empty elsewhere. */
    Sheet on(Size larger, int top, int left) {
        Sheet sheet = new Sheet(larger.height(), larger.width());
        for (int row = 0; row < size.height(); row++) {
            System.arraycopy(objects, row * size.width(), sheet.objects, larger.index(top + row, left), size.width());
        }
        return sheet;
    }

    Image image() {
        return Image.of(size, Layout.GREY, objects);
    }

    /** The masks of all objects. */
    Set<RunLengths> masks() {
        return new HashSet<>(masks(image()).values());
    }

    /** The mask of every object that an image shows, by its number; in one pass over the columns. */
    static Map<Integer, RunLengths> masks(Image image) {
        int height = image.height();
        short[] samples = image.sharedShorts();
        Map<Integer, Runs> found = new HashMap<>();
        for (int column = 0; column < image.width(); column++) {
            for (int row = 0; row < height; row++) {
                int object = samples[row * image.width() + column] & 0xFFFF;
                if (object > 0) {
                    found.computeIfAbsent(object, first -> new Runs()).add(column * height + row);
                }
            }
        }
        Map<Integer, RunLengths> masks = new HashMap<>();
        found.forEach((object, runs) -> masks.put(object, runs.of(image.size())));
        return masks;
    }

    /** Run lengths that grow pixel by pixel. */
    private static final class Runs {

        private int[] counts = new int[8];
        private int length;
        private int end;

        void add(int pixel) {
            if (length == 0 || pixel > end) {
                if (length + 3 > counts.length) {
                    counts = java.util.Arrays.copyOf(counts, 2 * counts.length);
                }
                counts[length] = pixel - end;
                length += 2;
            }
            counts[length - 1]++;
            end = pixel + 1;
        }

        RunLengths of(Size size) {
            counts[length] = size.pixels() - end;
            return RunLengths.of(size, counts);
        }
    }
}
