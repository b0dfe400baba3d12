package org.vung.label;

import java.util.Arrays;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;

/**
 * The picture of {@link Overlay#tinted} made from its first row to its last. A row is ready when the labels a line's width below
 * it are known.
 */
public final class OverlayRows {

    private final Size size;
    private final Palette palette;
    private final Preview.Range range;
    private final int thickness;
    private byte[] shown = new byte[0];
    private int[] names = new int[0];
    private int known;

    /**
     * Begins a picture.
     *
     * @param size of all rows together
     * @param palette a colour per region
     * @param range what becomes black and white of the whole photo
     */
    public OverlayRows(Size size, Palette palette, Preview.Range range) {
        this.size = size;
        this.palette = palette;
        this.range = range;
        this.thickness = Overlay.thickness(size);
    }

    /**
     * Takes the next rows.
     *
     * @param photo rows of any image in its full width
     * @param labels of these rows
     * @return the rows of the picture that are ready, 8-bit RGB; all that are left once the last row is known
     */
    public Optional<Image> add(Image photo, LabelMap labels) {
        if (!photo.size().equals(labels.size()) || photo.width() != size.width()) {
            throw new IllegalArgumentException("labels must have the rows' size " + photo.size() + " and the width "
                    + size.width() + ", got " + labels.size());
        }
        shown = joined(shown, Preview.rgb(photo, range).sharedBytes());
        names = joined(names, labels.sharedLabels());
        known += photo.height();
        int rows = names.length / size.width();
        int ready = known == size.height() ? rows : rows - thickness;
        return ready > 0 ? Optional.of(taken(rows, ready)) : Optional.empty();
    }

    private Image taken(int rows, int ready) {
        Size window = new Size(rows, size.width());
        Image picture = Image.wrap(window, Layout.RGB, shown);
        Image tinted = Overlay.tinted(picture, LabelMap.wrap(window, names), palette, thickness, ready);
        shown = Arrays.copyOfRange(shown, ready * size.width() * 3, shown.length);
        names = Arrays.copyOfRange(names, ready * size.width(), names.length);
        return tinted;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
