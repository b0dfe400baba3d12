package org.vung.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Image;
import org.vung.label.Box;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;

/** Tells of every object that a piece of a {@link Sheet} shows, cut where the piece ends, and makes no mistake. */
record TellsAll(boolean masks) implements Instances.Finder {

    static final List<LabelClass> CLASSES = List.of(new LabelClass("blob", 0xFFFFFF));

    @Override
    public Instances segment(Image image) {
        List<Instance> objects = new ArrayList<>();
        Map<Integer, RunLengths> found = new TreeMap<>(Sheet.masks(image));
        found.values().forEach(mask -> objects.add(told(mask, score(mask), masks)));
        return surestFirst(image, objects);
    }

    /** Some number that depends on the mask alone. */
    static float score(RunLengths mask) {
        return (mask.area() % 101 + 1) / 102f;
    }

    static Instance told(RunLengths mask, float score, boolean withMask) {
        Box box = mask.box().orElseThrow();
        return new Instance(
                0,
                score,
                box.row(),
                box.column(),
                box.height(),
                box.width(),
                withMask ? Optional.of(mask) : Optional.empty());
    }

    static Instances surestFirst(Image image, List<Instance> objects) {
        objects.sort(Comparator.comparing(Instance::score).reversed());
        return new Instances(image.size(), objects, CLASSES, Findings.none());
    }
}
