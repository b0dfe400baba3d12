package org.vung.image.codec.tiff;

import java.nio.ByteOrder;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.codec.tiff.SampleFormat.Kind;
import org.vung.image.codec.unpack.BitRow;

/**
 * The samples of a page, interleaved, filled tile by tile: bytes up to 8 bits, shorts up to 16 bits, floats for
 * everything else. Few bits are kept as they are, not stretched. Whole numbers beyond 24 bits lose their last digits in a
 * float; {@link Integers} keeps them.
 */
final class Samples implements Tiles.Grid {

    private final Page page;
    private final ByteOrder order;
    private final byte[] bytes;
    private final short[] shorts;
    private final float[] floats;

    Samples(Page page) {
        this.page = page;
        this.order = page.tags().order();
        int length = page.size().pixels() * page.channels();
        int memory = page.sample().memoryBytes();
        this.bytes = new byte[memory == 1 ? length : 0];
        this.shorts = new short[memory == 2 ? length : 0];
        this.floats = new float[memory == 4 ? length : 0];
    }

    @Override
    public void put(byte[] raw, Area area) {
        int step = page.channels() / area.channels() == 1 ? 1 : page.channels();
        int count = area.columns() * area.channels();
        for (int row = 0; row < area.rows(); row++) {
            int to = page.size().index(area.top() + row, area.left()) * page.channels() + area.plane();
            putRow(page.sample().row(raw, row * area.rowBytes(), order), count, to, step);
        }
    }

    private void putRow(BitRow row, int count, int start, int step) {
        SampleFormat sample = page.sample();
        int to = start;
        if (sample.memoryBytes() == 1 && sample.bits() == 8 && step == 1) {
            row.copyBytes(count, bytes, to);
        } else if (sample.memoryBytes() == 1) {
            for (int i = 0; i < count; i++, to += step) {
                bytes[to] = (byte) row.integer(i);
            }
        } else if (sample.memoryBytes() == 2) {
            for (int i = 0; i < count; i++, to += step) {
                shorts[to] = (short) row.integer(i);
            }
        } else if (sample.kind() == Kind.FLOAT) {
            for (int i = 0; i < count; i++, to += step) {
                floats[to] = row.real(i);
            }
        } else {
            for (int i = 0; i < count; i++, to += step) {
                floats[to] = row.integer(i);
            }
        }
    }

    /** The samples up to 8 bits; empty for others. */
    byte[] bytes() {
        return bytes;
    }

    /** The samples of 9 … 16 bits; empty for others. */
    short[] shorts() {
        return shorts;
    }

    /** The image of these samples, which are given away. */
    Image image(Layout layout) {
        return switch (page.sample().memoryBytes()) {
            case 1 -> Image.wrap(page.size(), layout, bytes);
            case 2 -> Image.wrap(page.size(), layout, shorts);
            default -> Image.wrap(page.size(), layout, floats);
        };
    }
}
