package org.vung.image.encode;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.vung.image.Size;

/** Cuts tiles out of interleaved samples and deflates them. Beyond the border a tile repeats zeros. */
final class TiffTile {

    private static final int LEVEL = 4;

    /** Puts {@code count} samples, from a position on, into an array with the low byte first. */
    @FunctionalInterface
    interface Samples {
        /** Copies. */
        void copy(int from, int count, byte[] into, int at);
    }

    private final Size size;
    private final int channels;
    private final int sampleBytes;
    private final int side;
    private final boolean differences;

    TiffTile(Size size, int channels, int sampleBytes, int side, boolean differences) {
        this.size = size;
        this.channels = channels;
        this.sampleBytes = sampleBytes;
        this.side = side;
        this.differences = differences;
    }

    static Samples of(byte[] samples) {
        return (from, count, into, at) -> System.arraycopy(samples, from, into, at, count);
    }

    static Samples of(short[] samples) {
        return (from, count, into, at) -> {
            for (int i = 0; i < count; i++) {
                into[at + 2 * i] = (byte) samples[from + i];
                into[at + 2 * i + 1] = (byte) (samples[from + i] >> 8);
            }
        };
    }

    static Samples of(int[] samples) {
        return (from, count, into, at) -> {
            for (int i = 0; i < count; i++) {
                put(samples[from + i], into, at + 4 * i);
            }
        };
    }

    static Samples of(float[] samples) {
        return (from, count, into, at) -> {
            for (int i = 0; i < count; i++) {
                put(Float.floatToRawIntBits(samples[from + i]), into, at + 4 * i);
            }
        };
    }

    /** The tile whose first pixel is given, as a zlib stream. */
    byte[] deflated(Samples samples, int top, int left) {
        int rowBytes = side * channels * sampleBytes;
        byte[] raw = new byte[Math.multiplyExact(rowBytes, side)];
        int columns = Math.min(side, size.width() - left);
        for (int row = 0; row < Math.min(side, size.height() - top); row++) {
            samples.copy(size.index(top + row, left) * channels, columns * channels, raw, row * rowBytes);
            if (differences) {
                takeDifferences(raw, row * rowBytes, rowBytes);
            }
        }
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(raw);
            deflater.finish();
            byte[] deflated = new byte[raw.length + raw.length / 1024 + 64];
            return Arrays.copyOf(deflated, deflater.deflate(deflated));
        } finally {
            deflater.end();
        }
    }

    /** Each sample of 1 or 2 bytes becomes its difference from the same channel of the pixel to the left. */
    private void takeDifferences(byte[] raw, int start, int rowBytes) {
        int pixelBytes = channels * sampleBytes;
        for (int at = start + rowBytes - sampleBytes; at >= start + pixelBytes; at -= sampleBytes) {
            if (sampleBytes == 1) {
                raw[at] -= raw[at - pixelBytes];
            } else {
                int difference = word(raw, at) - word(raw, at - pixelBytes);
                raw[at] = (byte) difference;
                raw[at + 1] = (byte) (difference >> 8);
            }
        }
    }

    private static int word(byte[] raw, int at) {
        return (raw[at] & 0xFF) | (raw[at + 1] & 0xFF) << 8;
    }

    private static void put(int value, byte[] into, int at) {
        into[at] = (byte) value;
        into[at + 1] = (byte) (value >> 8);
        into[at + 2] = (byte) (value >> 16);
        into[at + 3] = (byte) (value >> 24);
    }
}
