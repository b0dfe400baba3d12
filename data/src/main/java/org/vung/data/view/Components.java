package org.vung.data.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.DatasetView;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Picture;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.file.Ids;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

/**
 * Classes seen as objects. Where class 0 is a background, every connected component (edges and corners touch) of another class is an
 * object, and the background is left out of the classes. Without a background, every class that occurs is one object, as stuff is in
 * COCO's panoptic task. What nobody knows is one object of {@link ObjectTruth#VOID}.
 */
public final class Components implements DatasetView, Covered {

    private final Dataset maps;
    private final List<LabelClass> classes;
    private final boolean covers;

    private Components(Dataset maps, List<LabelClass> classes, boolean covers) {
        this.maps = maps;
        this.classes = classes;
        this.covers = covers;
    }

    /**
     * The view.
     *
     * @param set of any truth; the first truth tells which
     * @return the set itself where its truth is objects already, or it is empty
     * @throws IOException if the first truth cannot be read
     */
    public static Dataset of(Dataset set) throws IOException {
        Truth first = set.items().isEmpty() ? null : set.truth(0);
        if (first == null || first instanceof ObjectSet) {
            return set;
        }
        Picture.refuse(first, set);
        List<LabelClass> classes = set.classes();
        boolean grounded = classes.size() > 1 && ClassList.isGround(classes.get(0));
        return new Components(set, grounded ? classes.subList(1, classes.size()) : classes, !grounded);
    }

    @Override
    public Dataset whole() {
        return maps;
    }

    @Override
    public boolean coversAll() {
        return covers;
    }

    @Override
    public List<LabelClass> classes() {
        return classes;
    }

    @Override
    public ObjectSet truth(int index) throws IOException {
        Truth truth = maps.truth(index);
        return truth instanceof ClassMap map ? objects(map) : (ObjectSet) truth;
    }

    private ObjectSet objects(ClassMap map) {
        Size size = map.size();
        int[] labels = map.labels().sharedLabels();
        int[] ids = covers
                ? labels.clone()
                : org.vung.grid.Components.label(labels, size.height(), size.width(), Neighbourhood.EIGHT);
        for (int pixel = 0; pixel < ids.length; pixel++) {
            boolean ground = !covers && labels[pixel] == 0;
            boolean unknown = labels[pixel] == ClassMap.IGNORE;
            ids[pixel] = ground ? 0 : unknown ? 1 : ids[pixel] + 2;
        }
        List<ObjectTruth> objects = new ArrayList<>();
        for (RunLengths mask : Ids.masks(LabelMap.wrap(size, ids), 0)) {
            int label = labels[first(mask)];
            boolean unknown = label == ClassMap.IGNORE;
            objects.add(ObjectTruth.of(unknown ? ObjectTruth.VOID : label - (covers ? 0 : 1), mask, unknown));
        }
        return new ObjectSet(size, objects);
    }

    /** The place of the first inside pixel, row by row. */
    private static int first(RunLengths mask) {
        int pixel = mask.counts()[0];
        return mask.size()
                .index(pixel % mask.size().height(), pixel / mask.size().height());
    }
}
