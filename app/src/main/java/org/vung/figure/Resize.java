package org.vung.figure;

import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

/** Pictures at the size of a panel. */
public final class Resize {

    private Resize() {}

    /**
     * A picture made smaller by averaging the pixels under each new one, or larger by repeating pixels.
     *
     * @param picture 8-bit RGB
     * @param size of the answer; every side is either not larger than the picture's or a multiple of it
     * @return the picture at that size
     */
    public static Image picture(Image picture, Size size) {
        if (picture.size().equals(size)) {
            return picture;
        }
        byte[] from = picture.sharedBytes();
        byte[] to = new byte[Math.multiplyExact(size.pixels(), 3)];
        RowBands.forEach(size.height(), (first, end) -> {
            for (int row = first; row < end; row++) {
                int top = start(row, size.height(), picture.height());
                int bottom = Math.max(top + 1, start(row + 1, size.height(), picture.height()));
                for (int column = 0; column < size.width(); column++) {
                    int left = start(column, size.width(), picture.width());
                    int right = Math.max(left + 1, start(column + 1, size.width(), picture.width()));
                    int count = (bottom - top) * (right - left);
                    for (int channel = 0; channel < 3; channel++) {
                        long sum = 0;
                        for (int y = top; y < bottom; y++) {
                            for (int x = left; x < right; x++) {
                                sum += from[picture.size().index(y, x) * 3 + channel] & 0xFF;
                            }
                        }
                        to[size.index(row, column) * 3 + channel] = (byte) ((sum + count / 2) / count);
                    }
                }
            }
        });
        return Image.wrap(size, Layout.RGB, to);
    }

    private static int start(int place, int places, int pixels) {
        return (int) ((long) place * pixels / places);
    }
}
