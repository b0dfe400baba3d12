package org.vung.data.side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.ClassList;
import org.vung.data.write.DatasetWriter;
import org.vung.data.write.Notes;
import org.vung.data.write.Output;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

/**
 * Writes a PNG an image, the photo on the left and its classes in their colours on the right, and {@code classes.txt}. Pixels that
 * nobody knows have a colour of their own. {@code side-by-side.txt} says how to open it.
 */
public final class SideBySideWriter implements DatasetWriter {

    @Override
    public void write(Dataset set, Path out, Notes notes) throws IOException {
        Output output = new Output(out);
        int unknown = unlike(set.classes());
        Palette palette = ClassList.palette(set.classes(), unknown);
        for (int index = 0; index < set.items().size(); index++) {
            Item item = set.items().get(index);
            Image photo = Preview.rgb(set.image(index));
            LabelMap labels = Output.classes(set, index).labels();
            Output.check(item, photo.size(), labels.size());
            Path file = output.at(output.flat(item, "") + ".png");
            ImageFiles.write(joined(photo, Overlay.coloured(labels, palette)), file, Existing.KEEP);
        }
        output.text("classes.txt", ClassList.text(set.classes()));
        output.lines(
                SideBySide.FILE, List.of("classes=classes.txt", String.format(Locale.ROOT, "unknown=%06x", unknown)));
    }

    /** A grey of no class. */
    private static int unlike(List<LabelClass> classes) {
        for (int grey = 0xE0; grey > 0; grey--) {
            int colour = grey * 0x010101;
            if (classes.stream().noneMatch(each -> each.rgb() == colour)) {
                return colour;
            }
        }
        throw new IllegalArgumentException("side-by-side holds fewer classes of grey colours; give some other colours");
    }

    /**
     * Two pictures as one.
     *
     * @param left 8-bit RGB
     * @param right of the same size
     * @return twice as wide
     */
    public static Image joined(Image left, Image right) {
        Size size = new Size(left.height(), Math.multiplyExact(2, left.width()));
        byte[] both = new byte[Math.multiplyExact(size.pixels(), 3)];
        int line = left.width() * 3;
        for (int row = 0; row < left.height(); row++) {
            System.arraycopy(left.sharedBytes(), row * line, both, 2 * row * line, line);
            System.arraycopy(right.sharedBytes(), row * line, both, (2 * row + 1) * line, line);
        }
        return Image.wrap(size, Layout.RGB, both);
    }
}
