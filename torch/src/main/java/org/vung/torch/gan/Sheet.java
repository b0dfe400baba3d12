package org.vung.torch.gan;

import java.util.List;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.resample.Resampling;

/** Pictures in rows, to be looked at together. */
final class Sheet {

    private static final int GAP = 4;

    private Sheet() {}

    /** Rows of as many pictures each, all resized to one size. */
    static Image of(List<List<Image>> rows, Size each) {
        int columns = rows.get(0).size();
        Size size = new Size(rows.size() * (each.height() + GAP) - GAP, columns * (each.width() + GAP) - GAP);
        byte[] rgb = new byte[size.pixels() * 3];
        java.util.Arrays.fill(rgb, (byte) 255);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                Image small = Resampling.picture(rows.get(row).get(column), each);
                lay(small, rgb, size.index(row * (each.height() + GAP), column * (each.width() + GAP)), size.width());
            }
        }
        return Image.wrap(size, Layout.RGB, rgb);
    }

    private static void lay(Image picture, byte[] rgb, int first, int width) {
        int line = picture.width() * 3;
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(picture.sharedBytes(), row * line, rgb, (first + row * width) * 3, line);
        }
    }
}
