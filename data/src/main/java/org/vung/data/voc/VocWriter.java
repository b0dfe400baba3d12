package org.vung.data.voc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.file.ClassList;
import org.vung.data.view.ClassMaps;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

/**
 * Writes VOC: {@code JPEGImages} (copies of the images, whatever their format), {@code SegmentationClass}, {@code SegmentationObject}
 * where the set has objects, lists of every part, and {@code classes.txt}.
 */
public final class VocWriter implements DatasetWriter {

    private static final int VOID = 255;

    /** A writer. */
    public VocWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        Dataset maps = ClassMaps.of(set);
        boolean objects = maps != set;
        Map<String, List<String>> lists = new TreeMap<>();
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String name = output.flat(item, "");
            output.image(set, index, "JPEGImages/" + name, Output.USUAL);
            LabelMap classes = Output.classes(maps, index).labels();
            ImageFiles.writeLabels(
                    classes, 256, palette(), output.at("SegmentationClass/" + name + ".png"), Existing.KEEP);
            if (objects) {
                LabelMap ids = ids(Output.objects(set, index), classes, item, notes);
                ImageFiles.writeLabels(
                        ids,
                        Math.max(256, ids.count()),
                        palette(),
                        output.at("SegmentationObject/" + name + ".png"),
                        Existing.KEEP);
            }
            lists.computeIfAbsent(Output.part(item), part -> new ArrayList<>()).add(name);
        }
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            output.lines("ImageSets/Segmentation/" + list.getKey() + ".txt", list.getValue());
        }
        output.text("classes.txt", ClassList.text(maps.classes()));
    }

    private static Palette palette() {
        return ClassList.palette(List.of(), 0xE0E0C0);
    }

    /** Painted as the classes are, so that both masks show the same objects. */
    private static LabelMap ids(ObjectSet set, LabelMap classes, Item item, Notes notes) {
        int[] ids = new int[set.size().pixels()];
        List<ObjectTruth> order = new ArrayList<>(set.objects());
        order.removeIf(each -> each.category() == ObjectTruth.VOID);
        List<ObjectTruth> numbers = List.copyOf(order);
        order.sort(Comparator.comparingInt(each -> -each.mask().area()));
        boolean deep = numbers.size() >= VOID;
        for (ObjectTruth each : order) {
            each.mask().paint(ids, numbers.indexOf(each) + 1);
        }
        for (int pixel = 0; pixel < ids.length && !deep; pixel++) {
            ids[pixel] = classes.sharedLabels()[pixel] == VOID ? VOID : ids[pixel];
        }
        notes.add(
                "crowds become single objects",
                item.name(),
                numbers.stream().filter(ObjectTruth::crowd).count());
        notes.add("images have more than 254 objects, so their ids are 16-bit grey", item.name(), deep ? 1 : 0);
        Output.overlaps(set, item.name(), notes);
        return LabelMap.wrap(set.size(), ids);
    }
}
