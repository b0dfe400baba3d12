package org.vung.data.ids;

import java.io.IOException;
import java.nio.file.Path;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.ClassList;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.label.LabelMap;

/** Writes {@code train}, {@code trainannot} and so on, with {@code classes.txt}. */
public final class CamVidWriter implements DatasetWriter {

    /** A writer. */
    public CamVidWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        int classes = set.classes().size();
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String part = Output.part(item).replaceAll("^(train|val|test).*", "$1");
            String name = output.flat(item, part + "/");
            output.image(set, index, part + "/" + name, Output.USUAL);
            ClassMap truth = Output.classes(set, index);
            int[] labels = truth.labels().sharedLabels().clone();
            for (int pixel = 0; pixel < labels.length; pixel++) {
                labels[pixel] = labels[pixel] == ClassMap.IGNORE ? classes : labels[pixel];
            }
            LabelMap map = LabelMap.wrap(truth.size(), labels);
            output.grey(map, part + "annot/" + name + ".png");
        }
        output.text("classes.txt", ClassList.text(set.classes()));
    }
}
