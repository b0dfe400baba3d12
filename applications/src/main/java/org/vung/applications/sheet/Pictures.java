package org.vung.applications.sheet;

import java.util.List;
import org.vung.figure.Canvas;
import org.vung.figure.Pen;
import org.vung.figure.Resize;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.image.Size;
import org.vung.label.Boundaries;
import org.vung.label.LabelMap;

/** Pictures that are put together from others, all 8-bit RGB. */
public final class Pictures {

    private static final int GAP = 10;

    private Pictures() {}

    /**
     * Pictures of one size in rows, as many as fit.
     *
     * @param pictures at least one
     * @param columns at least 1
     * @return one picture on white
     */
    public static Image grid(List<Image> pictures, int columns) {
        Size each = pictures.get(0).size();
        int across = Math.min(columns, pictures.size());
        int down = (pictures.size() + columns - 1) / columns;
        Canvas canvas = new Canvas(
                new Size(down * each.height() + (down - 1) * GAP, across * each.width() + (across - 1) * GAP));
        for (int at = 0; at < pictures.size(); at++) {
            int row = at / columns * (each.height() + GAP);
            canvas.paste(pictures.get(at), row, at % columns * (each.width() + GAP));
        }
        return canvas.image();
    }

    /**
     * A picture of another width, of the same proportions.
     *
     * @param picture any
     * @param width in pixels, at least 1; not above the picture's width, or a multiple of it
     * @return 8-bit RGB
     */
    public static Image scaled(Image picture, int width) {
        int height = Math.max(1, (int) Math.round((double) picture.height() * width / picture.width()));
        return Resize.picture(Preview.rgb(picture), new Size(height, width));
    }

    /**
     * A colour laid over the pixels of a mask, and its edge drawn in that colour.
     *
     * @param photo 8-bit RGB
     * @param mask row by row, of the photo's size
     * @param rgb 0xRRGGBB
     * @param share of the colour inside, 0 … 1
     * @return a new picture
     */
    public static Image tinted(Image photo, boolean[] mask, int rgb, double share) {
        byte[] samples = photo.sharedBytes().clone();
        boolean[] edge = Boundaries.find(labels(mask, photo.size()), Boundaries.Mode.INNER);
        for (int pixel = 0; pixel < mask.length; pixel++) {
            double cover = edge[pixel] ? 1 : mask[pixel] ? share : 0;
            for (int channel = 0; channel < 3 && cover > 0; channel++) {
                int below = samples[pixel * 3 + channel] & 0xFF;
                int above = rgb >> (16 - 8 * channel) & 0xFF;
                samples[pixel * 3 + channel] = (byte) Math.round(below + (above - below) * cover);
            }
        }
        return Image.wrap(photo.size(), Layout.RGB, samples);
    }

    /**
     * A mask as labels.
     *
     * @param mask row by row
     * @param size of the image
     * @return 1 inside, 0 elsewhere
     */
    public static LabelMap labels(boolean[] mask, Size size) {
        int[] labels = new int[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            labels[pixel] = mask[pixel] ? 1 : 0;
        }
        return LabelMap.wrap(size, labels);
    }

    /**
     * Writes a word on a dark plate, so that it is legible on any photo.
     *
     * @param canvas to write on
     * @param text one line
     * @param top row of the plate
     * @param left column of the plate
     * @param height of a capital in pixels
     * @param rgb colour of the letters
     */
    public static void plate(Canvas canvas, String text, int top, int left, double height, int rgb) {
        Pen pen = new Pen(height, rgb);
        Size plate = new Size((int) Math.ceil(height * 1.7), (int) Math.ceil(pen.width(text) + height * 0.6));
        canvas.tint(top, left, plate, 0x000000, 0.65f);
        pen.write(canvas, text, top + height * 1.35, left + height * 0.3);
    }
}
