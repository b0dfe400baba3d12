package org.vung.image.codec.gif;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/**
 * Reads GIF 87a and 89a. Asked for one picture it answers with the first one as palette indices on the whole canvas; asked
 * for more it composes every picture over those before, as RGBA, obeying how each asks to be disposed of.
 */
public final class GifDecoder {

    /** Most pixels a byte of LZW can hold: a 12-bit code stands for at most 4,096. */
    private static final double MOST_PIXELS = 4096 * 8 / 12.0;

    private static final int PICTURE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;
    private static final int CONTROL = 0xF9;

    private final Source source;
    private final Cursor cursor;
    private Size size = new Size(1, 1);
    private int[] palette = new int[0];
    private int clear = -1;
    private int disposal;

    private GifDecoder(Source source) {
        this.source = source;
        this.cursor = new Cursor(source, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Decodes a file.
     *
     * @param source the file
     * @param pages most pictures wanted, at least 1
     * @return its pictures, at least one
     * @throws ImageException if it is damaged, truncated or beyond the limits
     */
    public static List<Frame> decode(Source source, int pages) throws ImageException {
        return new GifDecoder(source).decode(pages);
    }

    private List<Frame> decode(int pages) throws ImageException {
        screen();
        Picture picture = next();
        if (picture == null) {
            throw source.bad("GIF has no picture; the file is truncated");
        }
        Frame first = Canvas.first(size, picture);
        if (pages == 1) {
            return List.of(first);
        }
        List<Frame> frames = new ArrayList<>();
        Canvas canvas = new Canvas(size);
        while (picture != null) {
            if (frames.size() == source.limits().pages()) {
                throw source.beyond("there are more pages", source.limits().pages() + " pages");
            } else if ((frames.size() + 1L) * size.pixels() * 4
                    > source.limits().bytes()) {
                throw source.beyond(
                        "the pages take more memory", source.limits().bytes() + " bytes");
            }
            frames.add(canvas.next(picture));
            picture = frames.size() < pages || pages == source.limits().pages() ? next() : null;
        }
        return frames.size() == 1 ? List.of(first) : frames;
    }

    /** The logical screen, which is the size of every picture. */
    private void screen() throws ImageException {
        cursor.seek(6);
        int width = cursor.u16();
        int height = cursor.u16();
        int flags = cursor.u8();
        cursor.skip(2);
        size = source.size(height, width, 1);
        source.plausible(size.pixels(), 4 * MOST_PIXELS, source.length());
        palette = palette(flags);
    }

    private int[] palette(int flags) throws ImageException {
        int[] colours = new int[flags < 128 ? 0 : 2 << (flags & 7)];
        for (int index = 0; index < colours.length; index++) {
            colours[index] = 0xFF000000 | cursor.u8() << 16 | cursor.u8() << 8 | cursor.u8();
        }
        return colours;
    }

    /** The next picture, or null behind the last. */
    private @Nullable Picture next() throws ImageException {
        while (cursor.remaining() > 0) {
            int block = cursor.u8();
            if (block == PICTURE) {
                Picture picture = picture();
                clear = -1;
                disposal = 0;
                return picture;
            } else if (block == EXTENSION) {
                extension();
            } else if (block == TRAILER) {
                return null;
            }
        }
        return null;
    }

    private void extension() throws ImageException {
        if (cursor.u8() == CONTROL && cursor.remaining() > 4) {
            int length = cursor.u8();
            int flags = cursor.u8();
            cursor.skip(2);
            int index = cursor.u8();
            disposal = flags >> 2 & 7;
            clear = (flags & 1) == 1 ? index : -1;
            Lzw.skipBlocks(cursor, Math.max(0, length - 4));
        } else {
            Lzw.skipBlocks(cursor, 0);
        }
    }

    private Picture picture() throws ImageException {
        int left = cursor.u16();
        int top = cursor.u16();
        int width = cursor.u16();
        int height = cursor.u16();
        int flags = cursor.u8();
        int[] own = palette(flags);
        Size extent = source.size(height, width, 1);
        source.plausible(extent.pixels(), MOST_PIXELS, cursor.remaining());
        byte[] indices = new Lzw(source, cursor).decode(extent.pixels());
        if ((flags & 0x40) != 0) {
            indices = Picture.deinterlaced(indices, height, width);
        }
        return new Picture(top, left, height, width, indices, own.length > 0 ? own : palette, clear, disposal);
    }
}
