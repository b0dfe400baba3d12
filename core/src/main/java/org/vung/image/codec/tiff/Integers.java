package org.vung.image.codec.tiff;

import java.nio.ByteOrder;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.unpack.BitRow;
import org.vung.label.LabelMap;

/** The samples of a page as labels: whole numbers of any width, exactly as they are stored. */
final class Integers implements Tiles.Grid {

    private final Page page;
    private final ByteOrder order;
    /** The upper and the lower half of each number, side by side, so that a picture can be made and turned upright. */
    private final short[] halves;

    Integers(Page page) {
        this.page = page;
        this.order = page.tags().order();
        this.halves = new short[Math.multiplyExact(page.size().pixels(), 2)];
    }

    @Override
    public void put(byte[] raw, Area area) throws ImageException {
        for (int row = 0; row < area.rows(); row++) {
            BitRow values = page.sample().row(raw, row * area.rowBytes(), order);
            int to = page.size().index(area.top() + row, area.left());
            for (int i = 0; i < area.columns(); i++) {
                long value = values.integer(i);
                if (value < 0 || value >= Integer.MAX_VALUE) {
                    throw page.tags()
                            .source()
                            .bad("labels must be 0 … 2147483646, got " + value + " in row " + (area.top() + row)
                                    + ", column " + (area.left() + i) + "; give such pixels a label of their own");
                }
                halves[2 * (to + i)] = (short) (value >> 16);
                halves[2 * (to + i) + 1] = (short) value;
            }
        }
    }

    /** The labels, upright. */
    LabelMap upright(int orientation) {
        Image upright = Frame.of(Image.wrap(page.size(), Layout.BANDS, halves))
                .upright(orientation)
                .samples();
        short[] turned = upright.sharedShorts();
        int[] labels = new int[upright.size().pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = (turned[2 * pixel] & 0xFFFF) << 16 | (turned[2 * pixel + 1] & 0xFFFF);
        }
        return LabelMap.wrap(upright.size(), labels);
    }
}
