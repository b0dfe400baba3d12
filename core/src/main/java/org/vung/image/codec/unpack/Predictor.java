package org.vung.image.codec.unpack;

import java.nio.ByteOrder;
import java.util.Optional;

/** Undoes what was done to rows so that they compress better (TIFF 6.0, section 14; Technical Note 3 for floats). */
public final class Predictor {

    private static final int NONE = 1;
    private static final int DIFFERENCES = 2;
    private static final int FLOATS = 3;

    private final int kind;
    private final int sampleBytes;
    private final int channels;
    private final boolean bigEndian;

    private Predictor(int kind, int sampleBytes, int channels, boolean bigEndian) {
        this.kind = kind;
        this.sampleBytes = sampleBytes;
        this.channels = channels;
        this.bigEndian = bigEndian;
    }

    /**
     * The predictor of a page.
     *
     * @param kind as its tag numbers it
     * @param bits bits per sample
     * @param channels samples side by side
     * @param order of the bytes of a sample
     * @return the predictor; empty if there is no such for these samples
     */
    public static Optional<Predictor> of(long kind, int bits, int channels, ByteOrder order) {
        boolean bytes = bits == 8 || bits == 16 || bits == 32 || bits == 64;
        boolean fits = kind == NONE || (bytes && kind == DIFFERENCES) || (bytes && bits > 8 && kind == FLOATS);
        return fits
                ? Optional.of(new Predictor((int) kind, bits / 8, channels, order == ByteOrder.BIG_ENDIAN))
                : Optional.empty();
    }

    /**
     * Undoes it in place, in every whole row.
     *
     * @param raw rows
     * @param rowBytes bytes from one row to the next
     */
    public void undo(byte[] raw, int rowBytes) {
        if (kind == NONE) {
            return;
        }
        byte[] planes = new byte[kind == FLOATS ? rowBytes : 0];
        for (int start = 0; start + rowBytes <= raw.length; start += rowBytes) {
            if (kind == FLOATS) {
                addBytes(raw, start, rowBytes, channels);
                gatherBytes(raw, start, planes);
            } else if (sampleBytes == 1) {
                addBytes(raw, start, rowBytes, channels);
            } else {
                addSamples(raw, start, rowBytes);
            }
        }
    }

    private static void addBytes(byte[] raw, int start, int rowBytes, int step) {
        for (int at = start + step; at < start + rowBytes; at++) {
            raw[at] += raw[at - step];
        }
    }

    /** A row holds the first bytes of all samples, then all second ones, the most significant first. */
    private void gatherBytes(byte[] raw, int start, byte[] planes) {
        System.arraycopy(raw, start, planes, 0, planes.length);
        int samples = planes.length / sampleBytes;
        for (int sample = 0; sample < samples; sample++) {
            for (int octet = 0; octet < sampleBytes; octet++) {
                int place = bigEndian ? octet : sampleBytes - 1 - octet;
                raw[start + sample * sampleBytes + place] = planes[octet * samples + sample];
            }
        }
    }

    private void addSamples(byte[] raw, int start, int rowBytes) {
        int step = channels * sampleBytes;
        for (int at = start + step; at + sampleBytes <= start + rowBytes; at += sampleBytes) {
            int carry = 0;
            for (int octet = 0; octet < sampleBytes; octet++) {
                int place = at + (bigEndian ? sampleBytes - 1 - octet : octet);
                carry += (raw[place] & 0xFF) + (raw[place - step] & 0xFF);
                raw[place] = (byte) carry;
                carry >>= 8;
            }
        }
    }
}
