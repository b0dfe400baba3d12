package org.vung.data.nnunet;

import java.io.IOException;
import java.nio.file.Path;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.ClassList;
import org.vung.data.file.DataFiles;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code imagesTr}, {@code labelsTr} and {@code dataset.json}. nnU-Net wants one ending for all files: PNG, or TIFF where the first
 * image has floats or bands. Its label 0 must be a background, so classes without one move up by one; {@code "background": "none"} tells
 * Vung to move them back.
 */
public final class NnUnetWriter implements DatasetWriter {

    private static final int MOST_CLASSES = 253;

    /** A writer. */
    public NnUnetWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        int classes = set.classes().size();
        if (classes > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "nnunet holds at most " + MOST_CLASSES + " classes here, got " + classes);
        }
        boolean grounded = ClassList.isGround(set.classes().get(0));
        Image first = set.image(0);
        String ending = first.type() == SampleType.FLOAT32 || first.layout() == Layout.BANDS ? ".tif" : ".png";
        int shift = grounded ? 0 : 1;
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String name = output.flat(item, "");
            Image image = set.image(index);
            if (image.channels() != first.channels()) {
                throw DataFiles.bad(
                        item.image(),
                        "nnU-Net wants the same channels in all images: the first has " + first.channels()
                                + ", this one " + image.channels() + "; convert grey and colour images apart");
            }
            ImageFiles.write(image, output.at("imagesTr/" + name + "_0000" + ending), Existing.KEEP);
            ClassMap truth = Output.classes(set, index);
            Output.check(item, image.size(), truth.size());
            int[] labels = truth.labels().sharedLabels().clone();
            for (int pixel = 0; pixel < labels.length; pixel++) {
                labels[pixel] = (labels[pixel] == ClassMap.IGNORE ? classes : labels[pixel]) + shift;
            }
            output.grey(LabelMap.wrap(truth.size(), labels), "labelsTr/" + name + ending);
        }
        notes.add("classes without a background move up by one label", "", shift);
        notes.add(
                "parts other than training stand in imagesTr too",
                "",
                set.items().stream()
                        .filter(each -> !Output.part(each).startsWith("train"))
                        .count());
        output.text(
                "dataset.json",
                new JsonMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(NnUnetFolder.description(
                                set.classes(), grounded, set.items().size(), first.colourChannels() == 3, ending)));
    }
}
