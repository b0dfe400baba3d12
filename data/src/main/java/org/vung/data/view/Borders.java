package org.vung.data.view;

import java.io.IOException;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * Objects seen as the classes background, inside and border, for a network whose insides are to come apart again as objects: the
 * target after the first place of the Data Science Bowl 2018 (borders between touching nuclei; A. Buslaev, V. Durnov, S. Seferbekov) and
 * after the three-class U-Net of J. Caicedo et al., Nature Methods 2019 (outlines of all).
 *
 * <p>Crowds and {@link ObjectTruth#VOID} are {@link ClassMap#IGNORE}: nobody drew the borders in them.
 */
public final class Borders implements DatasetView {

    private static final List<LabelClass> CLASSES = List.of(
            new LabelClass("background", 0x000000),
            new LabelClass("inside", 0x0072B2),
            new LabelClass("border", 0xF0E442));
    private static final int CROWD = -1;

    /** Which pixels are border. */
    public enum Kind {
        /** Those, of objects and between them, that have pixels of two objects or more within the distance. */
        BETWEEN,
        /** Those of an object that have a pixel outside it within the distance; the edge of the image is none. */
        OUTLINE
    }

    /**
     * What is border.
     *
     * @param kind which pixels
     * @param distance between pixel centres, 1 … 16
     */
    public record Options(Kind kind, double distance) {

        private static final double MOST = 16;

        /** Checks the distance. */
        public Options {
            if (!(distance >= 1 && distance <= MOST)) {
                throw new IllegalArgumentException("border distance must be 1 … 16 pixels, got " + distance);
            }
        }

        /**
         * Borders between objects that are at most three pixels away.
         *
         * @return the usual options
         */
        public static Options usual() {
            return new Options(Kind.BETWEEN, 3);
        }
    }

    private final Dataset objects;
    private final Options options;

    private Borders(Dataset objects, Options options) {
        this.objects = objects;
        this.options = options;
    }

    /**
     * The view.
     *
     * @param set whose truth is objects
     * @param options what is border
     * @return classes background, inside, border for every image
     */
    public static Dataset of(Dataset set, Options options) {
        return new Borders(set, options);
    }

    @Override
    public Dataset whole() {
        return objects;
    }

    @Override
    public List<LabelClass> classes() {
        return CLASSES;
    }

    @Override
    public ClassMap truth(int index) throws IOException {
        Truth truth = objects.truth(index);
        if (truth instanceof ObjectSet set) {
            return map(set, options);
        }
        throw new IllegalArgumentException("borders need objects, got classes in "
                + objects.items().get(index).truth() + "; open the data set with its objects");
    }

    /**
     * Background, inside and border of one image.
     *
     * @param set its objects; where they overlap, the later one counts
     * @param options what is border
     * @return 0 background, 1 inside, 2 border, {@link ClassMap#IGNORE} in crowds
     */
    public static ClassMap map(ObjectSet set, Options options) {
        Size size = set.size();
        int[] ids = new int[size.pixels()];
        for (int pass = 0; pass < 2; pass++) {
            for (int object = 0; object < set.objects().size(); object++) {
                ObjectTruth each = set.objects().get(object);
                if (each.crowd() == (pass == 0)) {
                    each.mask().paint(ids, each.crowd() ? CROWD : object + 1);
                }
            }
        }
        int reach = (int) options.distance();
        int[] classes = new int[ids.length];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int pixel = size.index(row, column);
                boolean border = ids[pixel] != CROWD && isBorder(ids, size, row, column, reach, options);
                classes[pixel] = ids[pixel] == CROWD ? ClassMap.IGNORE : border ? 2 : Math.min(1, ids[pixel]);
            }
        }
        return new ClassMap(LabelMap.wrap(size, classes));
    }

    private static boolean isBorder(int[] ids, Size size, int row, int column, int reach, Options options) {
        int own = ids[size.index(row, column)];
        if (options.kind() == Kind.OUTLINE && own == 0) {
            return false;
        }
        int found = own;
        for (int down = Math.max(0, row - reach); down <= Math.min(size.height() - 1, row + reach); down++) {
            for (int at = Math.max(0, column - reach); at <= Math.min(size.width() - 1, column + reach); at++) {
                double square = (double) (down - row) * (down - row) + (double) (at - column) * (at - column);
                int id = ids[size.index(down, at)];
                if (square > options.distance() * options.distance() || id == found || id == CROWD) {
                    continue;
                }
                if (options.kind() == Kind.OUTLINE || (id > 0 && found > 0)) {
                    return true;
                }
                found = Math.max(found, id);
            }
        }
        return false;
    }
}
