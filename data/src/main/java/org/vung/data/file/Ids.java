package org.vung.data.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.vung.data.ClassMap;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.image.Size;
import org.vung.image.codec.ImageException;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/** Stored numbers as truth: classes by their ids, objects by theirs. */
public final class Ids {

    /** What a rule answers for a number that means nothing. */
    public static final int UNKNOWN = -1;

    private Ids() {}

    /**
     * A class map from stored numbers.
     *
     * @param stored a number per pixel
     * @param rule the class of a number, {@link ClassMap#IGNORE} or {@link #UNKNOWN}
     * @param file for the message
     * @param mend for the message
     * @return a class per pixel
     * @throws ImageException if a number means nothing
     */
    public static ClassMap classes(LabelMap stored, IntUnaryOperator rule, Path file, String mend)
            throws ImageException {
        int[] values = stored.sharedLabels();
        int[] table = new int[Math.min(stored.count(), 1 << 16)];
        for (int value = 0; value < table.length; value++) {
            table[value] = rule.applyAsInt(value);
        }
        int[] classes = new int[values.length];
        for (int pixel = 0; pixel < values.length; pixel++) {
            int value = values[pixel];
            classes[pixel] = value < table.length ? table[value] : UNKNOWN;
            if (classes[pixel] == UNKNOWN) {
                int width = stored.size().width();
                throw DataFiles.bad(
                        file,
                        "holds label " + value + " at row " + pixel / width + ", column " + pixel % width
                                + ", which has no class; " + mend);
            }
        }
        return new ClassMap(LabelMap.wrap(stored.size(), classes));
    }

    /**
     * Objects from a map of their ids: every number but 0 is one, in the order of the numbers.
     *
     * @param ids an id per pixel, 0 on the background
     * @param category of all of them
     * @return the objects
     */
    public static ObjectSet objects(LabelMap ids, int category) {
        List<ObjectTruth> objects = new ArrayList<>();
        for (RunLengths mask : masks(ids, 0)) {
            objects.add(ObjectTruth.of(category, mask, false));
        }
        return new ObjectSet(ids.size(), objects);
    }

    /**
     * The mask of every id that occurs, in one pass over the map.
     *
     * @param ids an id per pixel
     * @param ground the id that is left out
     * @return masks in the order of the ids
     */
    public static List<RunLengths> masks(LabelMap ids, int ground) {
        int[] present = Arrays.stream(ids.sharedLabels())
                .filter(id -> id != ground)
                .sorted()
                .distinct()
                .toArray();
        Columns[] columns = new Columns[present.length];
        Size size = ids.size();
        int[] values = ids.sharedLabels();
        int place = 0;
        for (int column = 0; column < size.width(); column++) {
            for (int row = 0; row < size.height(); row++) {
                int id = values[size.index(row, column)];
                if (id != ground) {
                    if (place >= present.length || present[place] != id) {
                        place = Arrays.binarySearch(present, id);
                    }
                    if (columns[place] == null) {
                        columns[place] = new Columns();
                    }
                    columns[place].add(column * size.height() + row);
                }
            }
        }
        List<RunLengths> masks = new ArrayList<>();
        for (Columns each : columns) {
            masks.add(each.mask(size));
        }
        return masks;
    }

    /** The runs of one id, as pixels come in column order. */
    private static final class Columns {

        private int[] counts = new int[8];
        private int length;
        private int end;

        void add(int pixel) {
            if (length > 0 && pixel == end) {
                counts[length - 1]++;
            } else {
                if (length + 2 > counts.length) {
                    counts = Arrays.copyOf(counts, 2 * counts.length);
                }
                counts[length++] = pixel - end;
                counts[length++] = 1;
            }
            end = pixel + 1;
        }

        RunLengths mask(Size size) {
            int[] all = Arrays.copyOf(counts, length + 1);
            all[length] = size.pixels() - end;
            return RunLengths.of(size, all);
        }
    }
}
