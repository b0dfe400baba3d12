package org.vung.label;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;

/** Pictures of a segmentation for people, all of them 8-bit RGB of the photo's size. */
public final class Overlay {

    /** How much of a region's colour covers the photo, in 256ths. */
    private static final int COVER = 118;

    private Overlay() {}

    /**
     * The photo tinted with the regions' colours, and every region outlined in its full colour where it meets another. The
     * photo shines through in grey, so that the colours alone tell the regions.
     *
     * @param photo any image
     * @param labels regions of the photo's size
     * @param palette a colour per region
     * @return the picture
     */
    public static Image tinted(Image photo, LabelMap labels, Palette palette) {
        check(photo, labels);
        return tinted(Preview.rgb(photo), labels, palette, thickness(labels.size()), photo.height());
    }

    /** The first rows of a tinted picture; the rows below them only tell where lines are. */
    static Image tinted(Image shown, LabelMap labels, Palette palette, int thickness, int rows) {
        byte[] picture = shown.sharedBytes();
        int width = shown.width();
        byte[] rgb = new byte[rows * width * 3];
        int[] names = labels.sharedLabels();
        Lines lines = new Lines(labels, thickness);
        RowBands.forEach(rows, (from, to) -> {
            for (int pixel = from * width; pixel < to * width; pixel++) {
                int colour = palette.rgb(names[pixel]);
                if (lines.at(pixel)) {
                    put(rgb, pixel, colour);
                } else {
                    tint(picture, rgb, pixel, colour);
                }
            }
        });
        return Image.wrap(new Size(rows, width), Layout.RGB, rgb);
    }

    /**
     * The photo with objects tinted and outlined, each in its colour; what lies between them is left as it is.
     *
     * @param photo any image
     * @param labels objects of the photo's size; 0 is none
     * @param palette a colour per label
     * @return the picture
     */
    public static Image objects(Image photo, LabelMap labels, Palette palette) {
        check(photo, labels);
        byte[] picture = Preview.rgb(photo).sharedBytes();
        byte[] rgb = picture.clone();
        int width = photo.width();
        int[] names = labels.sharedLabels();
        Lines lines = new Lines(labels, thickness(labels.size()));
        RowBands.forEach(photo.height(), (from, to) -> {
            for (int pixel = from * width; pixel < to * width; pixel++) {
                if (names[pixel] != 0 && lines.within(pixel)) {
                    put(rgb, pixel, palette.rgb(names[pixel]));
                } else if (names[pixel] != 0) {
                    tint(picture, rgb, pixel, palette.rgb(names[pixel]));
                }
            }
        });
        return Image.wrap(photo.size(), Layout.RGB, rgb);
    }

    private static void tint(byte[] picture, byte[] rgb, int pixel, int colour) {
        int at = pixel * 3;
        int grey = (77 * (picture[at] & 0xFF) + 150 * (picture[at + 1] & 0xFF) + 29 * (picture[at + 2] & 0xFF)) >> 8;
        for (int channel = 0; channel < 3; channel++) {
            int tint = (colour >> (16 - 8 * channel)) & 0xFF;
            int shine = (grey + (picture[at + channel] & 0xFF)) >> 1;
            rgb[at + channel] = (byte) (shine + (((tint - shine) * COVER) >> 8));
        }
    }

    /**
     * The regions in their colours, without the photo.
     *
     * @param labels regions
     * @param palette a colour per region
     * @return the picture
     */
    public static Image coloured(LabelMap labels, Palette palette) {
        byte[] rgb = new byte[Math.multiplyExact(labels.size().pixels(), 3)];
        int[] names = labels.sharedLabels();
        int width = labels.size().width();
        RowBands.forEach(labels.size().height(), (from, to) -> {
            for (int pixel = from * width; pixel < to * width; pixel++) {
                put(rgb, pixel, palette.rgb(names[pixel]));
            }
        });
        return Image.wrap(labels.size(), Layout.RGB, rgb);
    }

    /**
     * The photo with every region in its mean colour.
     *
     * @param photo any image
     * @param labels regions of the photo's size
     * @return the picture
     */
    public static Image averaged(Image photo, LabelMap labels) {
        byte[] picture = Preview.rgb(photo).sharedBytes();
        check(photo, labels);
        int[] names = labels.sharedLabels();
        long[] sums = new long[Math.multiplyExact(labels.count(), 3)];
        for (int pixel = 0; pixel < names.length; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                sums[names[pixel] * 3 + channel] += picture[pixel * 3 + channel] & 0xFF;
            }
        }
        int[] areas = labels.areas();
        byte[] rgb = new byte[picture.length];
        int width = photo.width();
        RowBands.forEach(photo.height(), (from, to) -> {
            for (int pixel = from * width; pixel < to * width; pixel++) {
                for (int channel = 0; channel < 3; channel++) {
                    int area = areas[names[pixel]];
                    rgb[pixel * 3 + channel] = (byte) ((sums[names[pixel] * 3 + channel] + area / 2) / area);
                }
            }
        });
        return Image.wrap(photo.size(), Layout.RGB, rgb);
    }

    private static void put(byte[] rgb, int pixel, int colour) {
        rgb[pixel * 3] = (byte) (colour >> 16);
        rgb[pixel * 3 + 1] = (byte) (colour >> 8);
        rgb[pixel * 3 + 2] = (byte) colour;
    }

    private static void check(Image photo, LabelMap labels) {
        if (!photo.size().equals(labels.size())) {
            throw new IllegalArgumentException(
                    "labels must have the photo's size " + photo.size() + ", got " + labels.size());
        }
    }

    /** Pixels a line is wide, so that it stays visible when the whole picture is shown on a screen. */
    static int thickness(Size size) {
        return Math.max(1, Math.min(size.height(), size.width()) / 600);
    }

    /** Where regions meet: pixels whose neighbours a line's width away have another label. */
    private static final class Lines {

        private final int[] labels;
        private final int height;
        private final int width;
        private final int thickness;

        Lines(LabelMap map, int thickness) {
            this.labels = map.sharedLabels();
            this.height = map.size().height();
            this.width = map.size().width();
            this.thickness = thickness;
        }

        /** Whether it meets another region to the right or below. */
        boolean at(int pixel) {
            return (pixel % width + thickness < width && labels[pixel] != labels[pixel + thickness])
                    || (pixel / width + thickness < height && labels[pixel] != labels[pixel + thickness * width]);
        }

        /** Whether it meets another region on any side. */
        boolean within(int pixel) {
            return at(pixel)
                    || (pixel % width >= thickness && labels[pixel] != labels[pixel - thickness])
                    || (pixel / width >= thickness && labels[pixel] != labels[pixel - thickness * width]);
        }
    }
}
