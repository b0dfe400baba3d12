package org.vung.data.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vung.data.write.Notes;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;

/**
 * A TIFF of many pages, written page by page: little-endian, uncompressed, one strip a page, each page's directory in front of its pixels.
 * Source: TIFF Revision 6.0, Adobe 1992.
 */
final class PageEncoder {

    private static final int HEADER = 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final long MOST = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final int pages;
    private long at = HEADER;
    private int written;

    PageEncoder(OutputStream out, int pages) throws IOException {
        this.out = out;
        this.pages = pages;
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        out.write(header.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(HEADER)
                .array());
    }

    /** Writes the next page: any samples without opacity in front of bands. */
    void page(Image image) throws IOException {
        int bytes = image.type() == SampleType.UINT8 ? 1 : image.type() == SampleType.UINT16 ? 2 : 4;
        int channels = image.channels();
        boolean colour = image.layout() == Layout.RGB || image.layout() == Layout.RGBA;
        int extra = channels - (colour ? 3 : 1);
        int entries = extra > 0 ? 11 : 10;
        int directory = 2 + entries * 12 + 4;
        int lists = 2 * channels * 2 + 2 * extra;
        long length = (long) image.size().pixels() * channels * bytes;
        long data = at + directory + lists;
        long end = data + length + (length & 1);
        if (end > MOST || length > Integer.MAX_VALUE) {
            throw new IOException("a TIFF stack must stay below 4 GiB; write fewer images, or another format");
        }
        ByteBuffer head = ByteBuffer.allocate(directory + lists).order(ByteOrder.LITTLE_ENDIAN);
        int list = (int) at + directory;
        head.putShort((short) entries);
        tag(head, 256, LONG, 1, image.width());
        tag(head, 257, LONG, 1, image.height());
        tag(head, 258, SHORT, channels, channels > 2 ? list : bytes * 8 * (channels == 2 ? 0x10001 : 1));
        tag(head, 259, SHORT, 1, 1);
        tag(head, 262, SHORT, 1, colour ? 2 : 1);
        tag(head, 273, LONG, 1, (int) data);
        tag(head, 277, SHORT, 1, channels);
        tag(head, 278, LONG, 1, image.height());
        tag(head, 279, LONG, 1, (int) length);
        int kind = image.layout().hasAlpha() ? 2 : 0;
        if (extra > 0) {
            tag(head, 338, SHORT, extra, extra > 2 ? list + 4 * channels : kind);
        }
        int format = image.type() == SampleType.FLOAT32 ? 3 : 1;
        tag(head, 339, SHORT, channels, channels > 2 ? list + 2 * channels : format * (channels == 2 ? 0x10001 : 1));
        head.putInt(++written < pages ? (int) end : 0);
        for (int channel = 0; channel < channels; channel++) {
            head.putShort((short) (bytes * 8));
        }
        for (int channel = 0; channel < channels; channel++) {
            head.putShort((short) format);
        }
        out.write(head.array());
        samples(image);
        out.write(new byte[(int) (length & 1)]);
        at = end;
    }

    private static void tag(ByteBuffer head, int tag, int type, int count, int value) {
        head.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private void samples(Image image) throws IOException {
        switch (image.type()) {
            case UINT8 -> out.write(image.sharedBytes());
            case UINT16 -> {
                short[] samples = image.sharedShorts();
                ByteBuffer row = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
                row.asShortBuffer().put(samples);
                out.write(row.array());
            }
            case FLOAT32 -> {
                float[] samples = image.sharedFloats();
                ByteBuffer row = ByteBuffer.allocate(Math.multiplyExact(4, samples.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
                row.asFloatBuffer().put(samples);
                out.write(row.array());
            }
        }
    }

    /** Notes pages that are unlike the first: programs that want a volume refuse them. */
    static void compare(Image first, Image other, String item, Notes notes) {
        boolean same = first.size().equals(other.size()) && first.channels() == other.channels();
        notes.add("pages differ from the first in size or channels, so the stack is no volume", item, same ? 0 : 1);
    }
}
