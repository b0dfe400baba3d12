package org.vung.image.codec.webp;

import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** The ALPH chunk: opacity beside a lossy picture, plain or as the green of a lossless one, filtered or not (RFC 9649, 2.7.1.2). */
final class AlphaPlane {

    private static final int FROM_LEFT = 1;
    private static final int FROM_TOP = 2;
    private static final int GRADIENT = 3;

    private AlphaPlane() {}

    /** Opacity of every pixel from the chunk's content in {@code from … end − 1}. */
    static byte[] decode(Source source, int from, int end, int height, int width) throws ImageException {
        Bits bits = new Bits(source, from, end);
        int compression = bits.read(2);
        int filter = bits.read(2);
        bits.read(4);
        byte[] opacity = new byte[height * width];
        if (compression == 1) {
            int[] pixels = new Lossless(bits).decode(height, width);
            for (int i = 0; i < opacity.length; i++) {
                opacity[i] = (byte) (pixels[i] >> 8);
            }
        } else if (compression == 0 && end - from > opacity.length) {
            System.arraycopy(source.sharedContent(), from + 1, opacity, 0, opacity.length);
        } else {
            throw source.bad("WebP's opacity has compression " + compression + " and " + (end - from - 1)
                    + " bytes for " + opacity.length + " pixels; the file is damaged");
        }
        if (filter != 0) {
            unfilter(opacity, width, filter);
        }
        return opacity;
    }

    private static void unfilter(byte[] opacity, int width, int filter) {
        for (int at = 1; at < opacity.length; at++) {
            int column = at % width;
            int left = column == 0 ? -1 : opacity[at - 1] & 0xFF;
            int top = at < width ? -1 : opacity[at - width] & 0xFF;
            int guess;
            if (left < 0 || (top >= 0 && filter == FROM_TOP)) {
                guess = top;
            } else if (top < 0 || filter == FROM_LEFT) {
                guess = left;
            } else {
                int corner = opacity[at - width - 1] & 0xFF;
                guess = filter == GRADIENT ? Math.max(0, Math.min(255, left + top - corner)) : 0;
            }
            opacity[at] += (byte) guess;
        }
    }
}
