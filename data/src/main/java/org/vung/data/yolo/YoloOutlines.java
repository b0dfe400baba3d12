package org.vung.data.yolo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vung.data.file.ClassList;
import org.vung.data.outline.Drawing;
import org.vung.data.outline.Outlined;
import org.vung.data.outline.Polygon;
import org.vung.data.outline.Ring;
import org.vung.mask.Outlines;

/**
 * Writes the regions of one image as labels of YOLO-seg, as {@link YoloWriter} does: a line with the number of the class and one polygon,
 * whose holes are joined by bridges of no width. An object is one line with all its parts; of other regions every part is a line. A
 * background at the head of the classes is left out and not counted; regions without classes are of class 0.
 */
public final class YoloOutlines {

    private YoloOutlines() {}

    /**
     * Writes a drawing.
     *
     * @param drawing of an image
     * @param out gets the lines; stays open
     * @throws IOException if they cannot be written
     */
    public static void write(Drawing drawing, OutputStream out) throws IOException {
        boolean grounded = !drawing.classes().isEmpty()
                && ClassList.isGround(drawing.classes().get(0));
        for (Outlined region : drawing.regions()) {
            int label = Math.max(0, region.category()) - (grounded ? 1 : 0);
            if (label >= 0) {
                List<Polygon> parts = drawing.polygons(region);
                boolean object = region.score().isPresent();
                for (List<Polygon> together :
                        object ? List.of(parts) : parts.stream().map(List::of).toList()) {
                    List<int[]> rings = together.stream()
                            .flatMap(Polygon::rings)
                            .map(Ring::corners)
                            .toList();
                    String line = YoloWriter.line(label, Outlines.bridged(rings), drawing.size()) + "\n";
                    out.write(line.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }
}
