package org.vung.image.codec.bmp;

/** Where the channels lie within a pixel of 16, 24 or 32 bits; a mask of 0 is a channel that is absent and reads as 0. */
final class BitFields {

    private final long[] masks;
    private final boolean bytes;

    BitFields(int red, int green, int blue, int alpha) {
        this.masks = new long[] {red & 0xFFFFFFFFL, green & 0xFFFFFFFFL, blue & 0xFFFFFFFFL, alpha & 0xFFFFFFFFL};
        this.bytes = red == 0xFF0000 && green == 0x00FF00 && blue == 0x0000FF && alpha == 0;
    }

    boolean hasAlpha() {
        return masks[3] != 0;
    }

    /** Unpacks a row of {@code count} pixels, each of so many bytes, into 8-bit channels. */
    void unpack(byte[] content, int from, int pixelBytes, byte[] samples, int to, int count) {
        if (bytes && pixelBytes >= 3) {
            for (int pixel = 0, in = from, out = to; pixel < count; pixel++, in += pixelBytes, out += 3) {
                samples[out] = content[in + 2];
                samples[out + 1] = content[in + 1];
                samples[out + 2] = content[in];
            }
            return;
        }
        int channels = hasAlpha() ? 4 : 3;
        for (int pixel = 0, in = from, out = to; pixel < count; pixel++, in += pixelBytes) {
            long packed = 0;
            for (int i = pixelBytes - 1; i >= 0; i--) {
                packed = (packed << 8) | (content[in + i] & 0xFF);
            }
            for (int channel = 0; channel < channels; channel++) {
                samples[out++] = (byte) scaled(packed, masks[channel]);
            }
        }
    }

    private static long scaled(long packed, long mask) {
        if (mask == 0) {
            return 0;
        }
        int shift = Long.numberOfTrailingZeros(mask);
        long most = mask >>> shift;
        return ((packed & mask) >>> shift) * 255 / most;
    }
}
