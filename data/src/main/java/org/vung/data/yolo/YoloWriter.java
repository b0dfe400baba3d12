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
import org.vung.data.file.Ids;
import org.vung.data.view.Covered;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.Outlines;
import org.vung.mask.RunLengths;

/**
 * Writes YOLO-seg. Every object becomes one polygon along the edges of its pixels, its parts and holes joined by bridges of no width, so
 * that filling it gives the mask again to the pixel; classes that cover the image are written part by part. What nobody knows is the class {@code void}.
 */
public final class YoloWriter implements DatasetWriter {

    /** Below a hundredth of a pixel in an image of 65,536. */
    private static final int DIGITS = 8;

    /** A writer. */
    public YoloWriter() {}

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        boolean covers = set instanceof Covered covered && covered.coversAll();
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            String name = Output.part(item) + "/" + output.flat(item, Output.part(item) + "/");
            output.image(set, index, "images/" + name, Output.USUAL);
            List<String> lines = new ArrayList<>();
            for (ObjectTruth each : Output.objects(set, index).objects()) {
                boolean unknown = each.category() == ObjectTruth.VOID;
                notes.add("crowds become single objects", item.name(), each.crowd() && !unknown ? 1 : 0);
                notes.add(
                        "images have pixels that nobody knows, written as the class 'void'",
                        item.name(),
                        unknown ? 1 : 0);
                notes.add(
                        "objects without a pixel are left out",
                        item.name(),
                        each.mask().area() == 0 ? 1 : 0);
                if (each.mask().area() > 0) {
                    int label = unknown ? set.classes().size() : each.category();
                    for (RunLengths part : covers || unknown ? parts(each.mask()) : List.of(each.mask())) {
                        lines.add(line(label, Outlines.bridged(part), part.size()));
                    }
                }
            }
            output.lines("labels/" + name + ".txt", lines);
        }
        List<String> names =
                new ArrayList<>(set.classes().stream().map(LabelClass::name).toList());
        names.add(YoloFolder.VOID);
        output.lines("data.yaml", YoloYaml.lines(names, covers));
    }

    /** The connected parts of a class that covers much: no bridge leads through the image. */
    private static List<RunLengths> parts(RunLengths mask) {
        Size size = mask.size();
        int[] inside = new int[size.pixels()];
        mask.paint(inside, 1);
        int[] ids = Components.label(inside, size.height(), size.width(), Neighbourhood.EIGHT);
        for (int pixel = 0; pixel < ids.length; pixel++) {
            ids[pixel] = inside[pixel] == 0 ? 0 : ids[pixel] + 1;
        }
        return Ids.masks(LabelMap.wrap(size, ids), 0);
    }

    /** A label and the corners as shares of the sides. */
    static String line(int label, double[] corners, Size size) {
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
