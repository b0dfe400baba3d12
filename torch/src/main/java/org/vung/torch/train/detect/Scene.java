package org.vung.torch.train.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.data.ClassMap;
import org.vung.data.ObjectTruth;
import org.vung.data.augment.Pair;
import org.vung.image.Image;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.torch.rcnn.Targets;
import org.vung.torch.rcnn.box.Boxes;

/**
 * An image with its objects in a form that can be warped: each label of the pair stands for the objects that share a pixel, so that
 * image and objects move together however they overlap. Crowds are {@link ClassMap#IGNORE}: nobody knows what is there.
 *
 * @param pair image and labels
 * @param covers the objects of each label; of 0 and IGNORE there are none
 * @param classes of the objects, from 1 on
 */
record Scene(Pair pair, List<List<Integer>> covers, List<Integer> classes) {

    /**
     * Joins an image and its objects.
     *
     * @param image any
     * @param objects of its size, perhaps overlapping
     * @param classes of each object, from 1 on; of crowds they do not matter
     */
    static Scene of(Image image, List<ObjectTruth> objects, List<Integer> classes) {
        int[] labels = new int[image.size().pixels()];
        objects.stream()
                .filter(ObjectTruth::crowd)
                .forEach(crowd -> crowd.mask().paint(labels, ClassMap.IGNORE));
        List<List<Integer>> covers = new ArrayList<>(List.of(List.of()));
        List<Integer> own = new ArrayList<>();
        for (int at = 0; at < objects.size(); at++) {
            if (!objects.get(at).crowd()) {
                add(objects.get(at).mask(), own.size(), labels, covers);
                own.add(classes.get(at));
            }
        }
        return new Scene(new Pair(image, LabelMap.wrap(image.size(), labels)), covers, own);
    }

    /** Gives every pixel of an object the label that stands for what was there and the object. */
    private static void add(RunLengths mask, int object, int[] labels, List<List<Integer>> covers) {
        Map<Integer, Integer> together = new HashMap<>();
        mask.forEach((column, row, length) -> {
            for (int pixel = mask.size().index(row, column);
                    length > 0;
                    length--, pixel += mask.size().width()) {
                int before = labels[pixel] == ClassMap.IGNORE ? 0 : labels[pixel];
                labels[pixel] = together.computeIfAbsent(before, first -> more(covers, first, object));
            }
        });
    }

    private static int more(List<List<Integer>> covers, int before, int object) {
        List<Integer> both = new ArrayList<>(covers.get(before));
        both.add(object);
        if (covers.size() == ClassMap.IGNORE) {
            covers.add(List.of());
        }
        covers.add(both);
        return covers.size() - 1;
    }

    /**
     * The same at another size.
     *
     * @param other image and labels, warped together
     */
    Scene with(Pair other) {
        return new Scene(other, covers, classes);
    }

    /**
     * What a step learns from: the objects that can be seen, with the boxes of what can be seen of them.
     *
     * @return in the frame of the pair
     */
    Targets targets() {
        boolean[][] seen = new boolean[classes.size()][];
        int[] labels = pair.truth().sharedLabels();
        for (int pixel = 0; pixel < labels.length; pixel++) {
            for (int object : objects(labels[pixel])) {
                if (seen[object] == null) {
                    seen[object] = new boolean[labels.length];
                }
                seen[object][pixel] = true;
            }
        }
        List<RunLengths> masks = new ArrayList<>();
        List<Integer> kinds = new ArrayList<>();
        for (int object = 0; object < seen.length; object++) {
            if (seen[object] != null) {
                masks.add(RunLengths.of(pair.truth().size(), seen[object]));
                kinds.add(classes.get(object));
            }
        }
        return new Targets(boxes(masks), kinds, masks);
    }

    private List<Integer> objects(int label) {
        return label == ClassMap.IGNORE ? List.of() : covers.get(label);
    }

    private static Boxes boxes(List<RunLengths> masks) {
        float[] edges = new float[4 * masks.size()];
        for (int at = 0; at < masks.size(); at++) {
            Box box = masks.get(at).box().orElseThrow();
            edges[4 * at] = box.column();
            edges[4 * at + 1] = box.row();
            edges[4 * at + 2] = box.column() + box.width();
            edges[4 * at + 3] = box.row() + box.height();
        }
        return Boxes.wrap(edges);
    }
}
