package org.vung.data.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Picture;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * Objects seen as a class for every pixel.
 *
 * <p>Objects are painted from the largest to the smallest mask, equal ones in their order, so that what lies on something stays to be
 * seen; {@link ObjectTruth#VOID} comes last of all and becomes {@link ClassMap#IGNORE}. Pixels of no object are the class
 * {@code background}, which is put before the others unless the list begins with one; where the objects are meant to cover everything
 * ({@link Covered}), they are {@code IGNORE} and no class is added.
 */
public final class ClassMaps implements DatasetView {

    private static final int MOST_CLASSES = 255;

    private final Dataset objects;
    private final List<LabelClass> classes;
    private final int shift;
    private final int ground;

    private ClassMaps(Dataset objects, List<LabelClass> classes, int shift, int ground) {
        this.objects = objects;
        this.classes = classes;
        this.shift = shift;
        this.ground = ground;
    }

    /**
     * The view.
     *
     * @param set of any truth; the first truth tells which
     * @return the set itself where its truth is classes already, or it is empty
     * @throws IOException if the first truth cannot be read
     * @throws IllegalArgumentException if there are more than 255 classes, background included
     */
    public static Dataset of(Dataset set) throws IOException {
        Truth first = set.items().isEmpty() ? null : set.truth(0);
        if (first == null || first instanceof ClassMap) {
            return set;
        }
        Picture.refuse(first, set);
        boolean covers = set instanceof Covered covered && covered.coversAll();
        boolean grounded =
                !set.classes().isEmpty() && ClassList.isGround(set.classes().get(0));
        List<LabelClass> classes = new ArrayList<>(set.classes());
        int shift = covers || grounded ? 0 : 1;
        if (shift == 1) {
            classes.add(0, new LabelClass("background", 0));
        }
        if (classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException("classes of a class map must be at most " + MOST_CLASSES
                    + " with the background, got " + classes.size());
        }
        return new ClassMaps(set, List.copyOf(classes), shift, covers ? ClassMap.IGNORE : 0);
    }

    @Override
    public Dataset whole() {
        return objects;
    }

    @Override
    public List<LabelClass> classes() {
        return classes;
    }

    @Override
    public ClassMap truth(int index) throws IOException {
        Truth truth = objects.truth(index);
        return truth instanceof ObjectSet set ? painted(set) : (ClassMap) truth;
    }

    private ClassMap painted(ObjectSet set) {
        int[] labels = new int[set.size().pixels()];
        java.util.Arrays.fill(labels, ground);
        List<ObjectTruth> order = new ArrayList<>(set.objects());
        order.sort(Comparator.comparingInt((ObjectTruth each) ->
                        each.category() == ObjectTruth.VOID ? 1 : -each.mask().area())
                .thenComparing(each -> each.category() == ObjectTruth.VOID));
        for (ObjectTruth each : order) {
            boolean unknown = each.category() == ObjectTruth.VOID;
            each.mask().paint(labels, unknown ? ClassMap.IGNORE : each.category() + shift);
        }
        return new ClassMap(LabelMap.wrap(set.size(), labels));
    }
}
