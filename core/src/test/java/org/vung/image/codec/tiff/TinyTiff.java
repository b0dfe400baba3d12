package org.vung.image.codec.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds small TIFF files of any kind, honest or not. Tags that are not set are left out. */
final class TinyTiff {

    private static final int LONG = 4;

    private final ByteOrder order;
    private final boolean big;
    private final Map<Integer, long[]> tags = new TreeMap<>();
    private final List<byte[]> strips = new ArrayList<>();
    private boolean tiled;

    private TinyTiff(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    /** A page of one strip: uncompressed, black is zero for one channel, RGB for three. */
    static TinyTiff of(int height, int width, int channels, int bits) {
        return new TinyTiff(ByteOrder.LITTLE_ENDIAN, false).page(height, width, channels, bits);
    }

    static TinyTiff bigEndian(int height, int width, int channels, int bits) {
        return new TinyTiff(ByteOrder.BIG_ENDIAN, false).page(height, width, channels, bits);
    }

    static TinyTiff bigTiff(int height, int width, int channels, int bits) {
        return new TinyTiff(ByteOrder.LITTLE_ENDIAN, true).page(height, width, channels, bits);
    }

    private TinyTiff page(int height, int width, int channels, int bits) {
        long[] each = new long[channels];
        Arrays.fill(each, bits);
        tag(256, width).tag(257, height).tag(258, each).tag(259, 1);
        return tag(262, channels < 3 ? 1 : 2).tag(277, channels).tag(278, height);
    }

    TinyTiff tag(int tag, long... values) {
        tags.put(tag, values);
        return this;
    }

    TinyTiff without(int tag) {
        tags.remove(tag);
        return this;
    }

    /** Adds a strip or tile; its offset and length are filled in. An empty one is left out, as GDAL does. */
    TinyTiff strip(int... octets) {
        byte[] strip = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            strip[i] = (byte) octets[i];
        }
        return strip(strip);
    }

    TinyTiff strip(byte[] strip) {
        strips.add(strip);
        return this;
    }

    TinyTiff tiles(int height, int width) {
        tiled = true;
        return without(278).tag(322, width).tag(323, height);
    }

    byte[] bytes() {
        return file(this);
    }

    /** A file of several pages, all with the byte order of the first. */
    static byte[] file(TinyTiff... pages) {
        ByteBuffer out = ByteBuffer.allocate(1 << 20).order(pages[0].order);
        out.put((byte) (pages[0].order == ByteOrder.BIG_ENDIAN ? 'M' : 'I')).put(out.get(0));
        out.putShort((short) (pages[0].big ? 43 : 42));
        if (pages[0].big) {
            out.putShort((short) 8).putShort((short) 0);
        }
        for (TinyTiff page : pages) {
            int link = out.position();
            pages[0].word(out, 0);
            page.putStrips(out);
            int directory = out.position();
            pages[0].word(out.position(link), directory);
            page.putDirectory(out.position(directory));
        }
        pages[0].word(out, 0);
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private void putStrips(ByteBuffer out) {
        long[] offsets = new long[strips.size()];
        long[] lengths = new long[strips.size()];
        for (int i = 0; i < offsets.length; i++) {
            lengths[i] = strips.get(i).length;
            offsets[i] = lengths[i] == 0 ? 0 : out.position();
            out.put(strips.get(i));
        }
        tags.putIfAbsent(tiled ? 324 : 273, offsets);
        tags.putIfAbsent(tiled ? 325 : 279, lengths);
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            if (tag.getValue().length > (big ? 2 : 1)) {
                long[] values = tag.getValue();
                long at = out.position();
                for (long value : values) {
                    out.putInt((int) value);
                }
                places.put(tag.getKey(), at);
            }
        }
    }

    private final Map<Integer, Long> places = new TreeMap<>();

    /** All values are LONG: readers must take any whole numbers. */
    private void putDirectory(ByteBuffer out) {
        if (big) {
            out.putLong(tags.size());
        } else {
            out.putShort((short) tags.size());
        }
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            out.putShort(tag.getKey().shortValue()).putShort((short) LONG);
            word(out, tag.getValue().length);
            Long place = places.get(tag.getKey());
            int end = out.position() + (big ? 8 : 4);
            if (place != null) {
                word(out, place);
            } else {
                for (long value : tag.getValue()) {
                    out.putInt((int) value);
                }
            }
            out.position(end);
        }
    }

    private void word(ByteBuffer out, long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
