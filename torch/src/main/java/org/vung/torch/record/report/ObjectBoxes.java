package org.vung.torch.record.report;

import java.util.Map;
import java.util.TreeMap;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.label.LabelMap;
import org.vung.label.Overlay;
import org.vung.label.Palette;

/** Objects in their picture, each tinted and outlined in a colour of its own and framed by its box. */
final class ObjectBoxes {

    private ObjectBoxes() {}

    /** Takes labels of the picture's size that number objects; 0 is none. */
    static Image on(Image picture, LabelMap labels, Palette palette) {
        Image tinted = Overlay.objects(picture, labels, palette);
        byte[] rgb = tinted.sharedBytes().clone();
        boxes(labels).forEach((label, box) -> frame(rgb, picture.size(), box, palette.rgb(label)));
        return Image.wrap(picture.size(), Layout.RGB, rgb);
    }

    private static Map<Integer, Box> boxes(LabelMap labels) {
        Map<Integer, Box> boxes = new TreeMap<>();
        int width = labels.size().width();
        int[] all = labels.sharedLabels();
        for (int pixel = 0; pixel < all.length; pixel++) {
            if (all[pixel] != 0) {
                boxes.merge(all[pixel], new Box(pixel / width, pixel % width, 1, 1), ObjectBoxes::around);
            }
        }
        return boxes;
    }

    private static Box around(Box one, Box other) {
        int top = Math.min(one.row(), other.row());
        int left = Math.min(one.column(), other.column());
        return new Box(
                top, left, Math.max(one.bottom(), other.bottom()) - top, Math.max(one.right(), other.right()) - left);
    }

    private static void frame(byte[] rgb, Size size, Box box, int colour) {
        for (int column = box.column(); column < box.right(); column++) {
            put(rgb, size.index(box.row(), column), colour);
            put(rgb, size.index(box.bottom() - 1, column), colour);
        }
        for (int row = box.row(); row < box.bottom(); row++) {
            put(rgb, size.index(row, box.column()), colour);
            put(rgb, size.index(row, box.right() - 1), colour);
        }
    }

    private static void put(byte[] rgb, int pixel, int colour) {
        rgb[3 * pixel] = (byte) (colour >> 16);
        rgb[3 * pixel + 1] = (byte) (colour >> 8);
        rgb[3 * pixel + 2] = (byte) colour;
    }
}
