package org.vung.image.codec.webp;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.vung.image.Size;
import org.vung.image.codec.Cursor;
import org.vung.image.codec.Exif;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** The RIFF chunks of a WebP: finds the first picture and what lies around it, steps over everything else. */
final class Container {

    private static final int RIFF_HEADER = 12;

    private final Source source;
    private final Cursor cursor;
    private long canvasHeight;
    private long canvasWidth;
    private long top;
    private long left;
    private long height;
    private long width;
    private int dataAt;
    private int dataBytes;
    private int opacityAt;
    private int opacityBytes;
    private boolean found;
    private boolean lossless;
    private boolean transparent;
    private int orientation = 1;

    private Container(Source source) {
        this.source = source;
        this.cursor = new Cursor(source, ByteOrder.LITTLE_ENDIAN);
    }

    static Container of(Source source) throws ImageException {
        Container container = new Container(source);
        container.cursor.seek(4);
        long end = Math.min(source.length(), container.cursor.u32() + 8);
        container.chunks(RIFF_HEADER, end);
        if (!container.found) {
            throw source.bad("WebP has no picture; the file is truncated or damaged");
        }
        if (container.canvasHeight == 0) {
            container.canvasHeight = container.height;
            container.canvasWidth = container.width;
        }
        return container;
    }

    /** The canvas, checked against the limits, the picture inside it, and its data enough for so many pixels. */
    Size canvas() throws ImageException {
        Size canvas = source.size(canvasHeight, canvasWidth, 4);
        if (height < 1 || width < 1 || top + height > canvasHeight || left + width > canvasWidth) {
            throw source.bad("WebP's picture of " + height + "x" + width + " at row " + top + ", column " + left
                    + " leaves its canvas of " + canvas + "; the file is damaged");
        }
        return canvas;
    }

    Size size() throws ImageException {
        return source.size(height, width, 4);
    }

    int top() {
        return (int) top;
    }

    int left() {
        return (int) left;
    }

    boolean lossless() {
        return lossless;
    }

    /** Where the picture's data begins. */
    int dataAt() {
        return dataAt;
    }

    int dataBytes() {
        return dataBytes;
    }

    /** Where the opacity of a lossy picture begins. */
    int opacityAt() {
        return opacityAt;
    }

    /** Bytes of that opacity; 0 if there is none. */
    int opacityBytes() {
        return lossless ? 0 : opacityBytes;
    }

    /** Whether a lossless picture has opacity. */
    boolean transparent() {
        return transparent;
    }

    int orientation() {
        return orientation;
    }

    private void chunks(long from, long end) throws ImageException {
        long at = from;
        while (at + 8 <= end) {
            cursor.seek(at);
            String type = new String(cursor.bytes(4), StandardCharsets.ISO_8859_1);
            long length = cursor.u32();
            if (at + 8 + length > end) {
                throw source.bad("the WebP chunk at byte " + at + " declares " + length + " bytes, only "
                        + (end - at - 8) + " follow; the file is truncated");
            }
            chunk(type, (int) at, (int) length);
            at += 8 + length + (length & 1);
        }
    }

    private void chunk(String type, int at, int length) throws ImageException {
        switch (type) {
            case "VP8X" -> {
                cursor.skip(4);
                canvasWidth = u24() + 1L;
                canvasHeight = u24() + 1L;
            }
            case "ANMF" -> frame(at, length);
            case "ALPH" -> {
                if (!found) {
                    opacityAt = at + 8;
                    opacityBytes = length;
                }
            }
            case "VP8 ", "VP8L" -> {
                if (!found) {
                    found = true;
                    lossless = type.equals("VP8L");
                    dataAt = at + 8;
                    dataBytes = length;
                    dimensions(length);
                }
            }
            case "EXIF" -> {
                int start = (int) cursor.position();
                orientation = Exif.orientation(source.sharedContent(), start, start + length);
            }
            default -> {}
        }
    }

    /** A frame of an animation holds chunks of its own; the first one counts. */
    private void frame(int at, int length) throws ImageException {
        if (!found) {
            left = 2L * u24();
            top = 2L * u24();
            chunks(at + 24L, at + 8L + length);
        }
    }

    private void dimensions(int length) throws ImageException {
        if (length < 10 && !(lossless && length >= 5)) {
            throw source.bad("WebP's picture has " + length + " bytes; the file is truncated");
        }
        if (lossless) {
            int signature = cursor.u8();
            long packed = cursor.u32();
            if (signature != 0x2F || packed >>> 29 != 0) {
                throw source.bad("WebP's lossless picture has no signature; the file is damaged");
            }
            transparent = ((packed >> 28) & 1) == 1;
            width = (packed & 0x3FFF) + 1;
            height = ((packed >> 14) & 0x3FFF) + 1;
        } else {
            int tag = u24();
            int start = u24();
            width = cursor.u16() & 0x3FFF;
            height = cursor.u16() & 0x3FFF;
            if ((tag & 1) != 0 || start != 0x2A019D) {
                throw source.bad("WebP's lossy picture has no key frame; the file is damaged");
            }
        }
    }

    private int u24() throws ImageException {
        return cursor.u16() | cursor.u8() << 16;
    }
}
