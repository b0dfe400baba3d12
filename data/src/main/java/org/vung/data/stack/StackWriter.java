package org.vung.data.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.ClassList;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.Image;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.image.file.WriteFormat;
import org.vung.label.LabelClass;

/**
 * Writes a stack per part: {@code PART-volume.tif}, {@code PART-labels.tif} with the class as the value and 255 where nobody knows, the
 * images' names in {@code PART-names.txt}, and {@code classes.txt}, which ends in {@code void}.
 */
public final class StackWriter implements DatasetWriter {

    /** A writer. */
    public StackWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        for (String part : Output.parts(set)) {
            List<Integer> indices = new ArrayList<>();
            for (int index = 0; index < set.items().size(); index++) {
                if (Output.part(set.items().get(index)).equals(part)) {
                    indices.add(index);
                }
            }
            volume(set, indices, output.at(part + "-volume.tif"), notes);
            AtomicFile.write(output.at(part + "-labels.tif"), Existing.KEEP, stream -> {
                PageEncoder pages = new PageEncoder(stream, indices.size());
                for (int index : indices) {
                    pages.page(WriteFormat.grey(Output.classes(set, index).labels(), 256));
                }
            });
            output.lines(
                    part + "-names.txt",
                    indices.stream().map(index -> set.items().get(index).name()).toList());
        }
        List<LabelClass> classes = new ArrayList<>(set.classes());
        classes.add(new LabelClass(StackFolder.VOID, 0xE0E0C0));
        output.text("classes.txt", ClassList.text(classes));
    }

    private static void volume(Dataset set, List<Integer> indices, Path file, Notes notes) throws IOException {
        Image first = set.image(indices.get(0));
        AtomicFile.write(file, Existing.KEEP, stream -> {
            PageEncoder pages = new PageEncoder(stream, indices.size());
            for (int index : indices) {
                Item item = set.items().get(index);
                Image image = set.image(index);
                Output.check(item, image.size(), set.truth(index).size());
                PageEncoder.compare(first, image, item.name(), notes);
                pages.page(image);
            }
        });
    }
}
