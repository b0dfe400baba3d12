package org.vung.data.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.KnownClasses;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/** Writes Cityscapes' folders with label ids, for data sets of its 19 classes. */
public final class CityscapesWriter implements DatasetWriter {

    /** A writer. */
    public CityscapesWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        List<String> names = KnownClasses.of("cityscapes").classes().stream()
                .map(LabelClass::name)
                .toList();
        List<String> given = set.classes().stream().map(LabelClass::name).toList();
        if (!given.equals(names)) {
            throw new IllegalArgumentException("cityscapes holds its own " + names.size()
                    + " classes only, in their order, got " + given + "; write camvid, voc or pairs instead");
        }
        Output output = new Output(out);
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String part = Output.part(item);
            String flat = output.flat(item, part + "/");
            int mark = flat.indexOf('_');
            String name = part + "/" + (mark > 0 ? flat.substring(0, mark) : "city") + "/" + flat;
            output.image(set, index, "leftImg8bit/" + name + "_leftImg8bit", Output.USUAL);
            ClassMap truth = Output.classes(set, index);
            int[] labels = truth.labels().sharedLabels().clone();
            for (int pixel = 0; pixel < labels.length; pixel++) {
                labels[pixel] = labels[pixel] == ClassMap.IGNORE ? 0 : CityscapesFolder.LABEL_IDS.get(labels[pixel]);
            }
            output.grey(LabelMap.wrap(truth.size(), labels), "gtFine/" + name + "_gtFine_labelIds.png");
        }
    }
}
