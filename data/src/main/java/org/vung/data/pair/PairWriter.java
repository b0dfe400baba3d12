package org.vung.data.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

/**
 * Writes {@code images} and {@code masks}, with {@code classes.txt} and {@code pairs.txt}, so that the folder opens without options. Masks
 * are PNG with a palette, whose index is the class, 255 where nobody knows; or the ids of objects.
 *
 * @param objects whether to write ids
 */
public record PairWriter(boolean objects) implements DatasetWriter {

    private static final int VOID_RGB = 0xE0E0C0;

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        if (objects && set.classes().size() != 1) {
            throw new IllegalArgumentException("pairs:values=objects holds objects of 1 class, got "
                    + set.classes().size() + "; write coco, or pairs without it");
        }
        Palette palette = ClassList.palette(set.classes(), VOID_RGB);
        boolean parts = Output.parts(set).size() > 1;
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String name = (parts ? Output.part(item) + "/" : "") + output.flat(item, Output.part(item) + "/");
            output.image(set, index, "images/" + name, Output.USUAL);
            if (objects) {
                output.grey(ids(Output.objects(set, index), item, notes), "masks/" + name + ".png");
            } else {
                LabelMap labels = Output.classes(set, index).labels();
                ImageFiles.writeLabels(labels, 256, palette, output.at("masks/" + name + ".png"), Existing.KEEP);
            }
        }
        output.text("classes.txt", ClassList.text(set.classes()));
        output.lines("pairs.txt", objects ? List.of("values=objects") : List.of("values=labels", "ignore=255"));
    }

    /** An id per pixel; grey of 16 bits even where there are few, which is the sign of ids. */
    private static LabelMap ids(ObjectSet set, Item item, Notes notes) throws IOException {
        int[] ids = new int[set.size().pixels()];
        int next = 1;
        long crowds = 0;
        for (ObjectTruth each : set.objects()) {
            if (each.crowd()) {
                crowds++;
            } else {
                each.mask().paint(ids, next++);
            }
        }
        if (next > 65_536) {
            throw DataFiles.bad(
                    item.truth(), "holds " + (next - 1) + " objects, ids go up to 65535; write coco instead");
        }
        notes.add("crowds and unknown pixels become background", item.name(), crowds);
        Output.overlaps(set, item.name(), notes);
        return LabelMap.wrap(set.size(), ids);
    }
}
