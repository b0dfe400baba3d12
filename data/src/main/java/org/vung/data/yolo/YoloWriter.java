package org.vung.data.yolo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.ObjectTruth;
import org.vung.data.view.Covered;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.Outlines;

/**
 * Writes YOLO-seg. Every object becomes one polygon along the edges of its pixels, its parts and holes joined by bridges of no width, so
 * that filling it gives the mask again to the pixel. What nobody knows is the class {@code void}.
 */
public final class YoloWriter implements DatasetWriter {

    /** Below a hundredth of a pixel in an image of 65,536. */
    private static final int DIGITS = 8;

    /** A writer. */
    public YoloWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String name = Output.part(item) + "/" + output.flat(item, Output.part(item) + "/");
            output.image(set, index, "images/" + name, Output.USUAL);
            List<String> lines = new ArrayList<>();
            for (ObjectTruth each : Output.objects(set, index).objects()) {
                boolean unknown = each.category() == ObjectTruth.VOID;
                notes.add("crowds become single objects", item.name(), each.crowd() && !unknown ? 1 : 0);
                notes.add(
                        "objects without a pixel are left out",
                        item.name(),
                        each.mask().area() == 0 ? 1 : 0);
                if (each.mask().area() > 0) {
                    int label = unknown ? set.classes().size() : each.category();
                    lines.add(line(
                            label, Outlines.bridged(each.mask()), each.mask().size()));
                }
            }
            output.lines("labels/" + name + ".txt", lines);
        }
        List<String> names =
                new ArrayList<>(set.classes().stream().map(LabelClass::name).toList());
        names.add(YoloFolder.VOID);
        boolean covers = set instanceof Covered covered && covered.coversAll();
        output.lines("data.yaml", YoloYaml.lines(names, covers));
        notes.add("YOLO has no pixels that nobody knows, so they are its class 'void'", "", 1);
    }

    private static String line(int label, double[] corners, Size size) {
        StringBuilder line = new StringBuilder().append(label);
        for (int at = 0; at < corners.length; at++) {
            double share = corners[at] / (at % 2 == 0 ? size.width() : size.height());
            String digits = BigDecimal.valueOf(share)
                    .setScale(DIGITS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
            line.append(' ').append(digits);
        }
        return line.toString();
    }
}
