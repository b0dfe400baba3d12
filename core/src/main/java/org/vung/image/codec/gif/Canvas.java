package org.vung.image.codec.gif;

import java.util.Arrays;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Frame;

/** Lays the pictures of a GIF over each other. */
final class Canvas {

    private final Size size;
    private final int[] colours;

    Canvas(Size size) {
        this.size = size;
        this.colours = new int[size.pixels()];
    }

    /** The first picture as indices; around it lies the transparent index, or 0 if there is none. */
    static Frame first(Size size, Picture picture) {
        byte[] indices = new byte[size.pixels()];
        Arrays.fill(indices, (byte) Math.max(0, picture.clear()));
        for (int row = picture.top(); row < Math.min(size.height(), picture.top() + picture.height()); row++) {
            int columns = Math.min(picture.width(), size.width() - picture.left());
            if (columns > 0) {
                int from = (row - picture.top()) * picture.width();
                System.arraycopy(picture.indices(), from, indices, size.index(row, picture.left()), columns);
            }
        }
        if (picture.palette().length == 0) {
            return Frame.levels(size, indices, 255, picture.clear());
        }
        int[] palette = picture.palette().clone();
        if (picture.clear() >= 0 && picture.clear() < palette.length) {
            palette[picture.clear()] &= 0xFFFFFF;
        }
        return Frame.indexed(size, indices, palette);
    }

    /** Draws a picture and answers what is seen; then disposes of it as it asks. */
    Frame next(Picture picture) {
        int[] before = picture.disposal() == Picture.RESTORE ? colours.clone() : colours;
        each(picture, (at, colour) -> colours[at] = colour == 0 ? colours[at] : colour);
        Frame seen = Frame.of(snapshot());
        if (picture.disposal() == Picture.RESTORE) {
            System.arraycopy(before, 0, colours, 0, colours.length);
        } else if (picture.disposal() == Picture.CLEAR) {
            each(picture, (at, colour) -> colours[at] = 0);
        }
        return seen;
    }

    @FunctionalInterface
    private interface Pen {
        void put(int at, int colour);
    }

    private void each(Picture picture, Pen pen) {
        for (int row = 0; row < picture.height() && picture.top() + row < size.height(); row++) {
            for (int column = 0; column < picture.width() && picture.left() + column < size.width(); column++) {
                int index = picture.indices()[row * picture.width() + column] & 0xFF;
                pen.put(size.index(picture.top() + row, picture.left() + column), picture.colour(index));
            }
        }
    }

    private Image snapshot() {
        byte[] samples = new byte[colours.length * 4];
        for (int pixel = 0, at = 0; pixel < colours.length; pixel++, at += 4) {
            samples[at] = (byte) (colours[pixel] >> 16);
            samples[at + 1] = (byte) (colours[pixel] >> 8);
            samples[at + 2] = (byte) colours[pixel];
            samples[at + 3] = (byte) (colours[pixel] >>> 24);
        }
        return Image.wrap(size, Layout.RGBA, samples);
    }
}
