package org.vung.image.codec.vp8;

import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;

/** What stands before the macroblocks (RFC 6386, section 9), and the partitions of the data. */
final class FrameHeader {

    private static final int START = 10;
    private static final int SEGMENTS = 4;

    final BoolDecoder modes;
    final BoolDecoder[] residuals;
    final int[] probabilities = Tables.defaults();
    final boolean segmentMap;
    final int[] segmentTree = {255, 255, 255};
    final Quantizer[] quantizers = new Quantizer[SEGMENTS];
    final boolean simpleFilter;
    final int sharpness;
    /** Filter levels by segment: of whole blocks, and of those predicted in sixteen parts. */
    final int[][] filterLevels = new int[SEGMENTS][2];
    /** Chance of 256 that a macroblock has coefficients; 0 if all have. */
    final int coded;

    private final int[] segmentQuantizer = new int[SEGMENTS];
    private final int[] segmentLevel = new int[SEGMENTS];
    private boolean absolute;

    /** Steps of the coefficients: constant and others, of luma, of luma's means, of chroma. */
    record Quantizer(int lumaDc, int lumaAc, int meansDc, int meansAc, int chromaDc, int chromaAc) {}

    FrameHeader(Source source, int from, int end) throws ImageException {
        byte[] content = source.sharedContent();
        int tag = (content[from] & 0xFF) | (content[from + 1] & 0xFF) << 8 | (content[from + 2] & 0xFF) << 16;
        int second = from + START + (tag >> 5);
        if (second > end) {
            throw truncated(source);
        }
        modes = new BoolDecoder(content, from + START, second);
        modes.number(2);
        boolean segmented = modes.flag();
        segmentMap = segmented && modes.flag();
        if (segmented) {
            segments();
        }
        simpleFilter = modes.flag();
        int level = modes.number(6);
        sharpness = modes.number(3);
        filter(segmented, level);
        residuals = partitions(source, second, end);
        quantizers(segmented);
        modes.flag();
        for (int i = 0; i < Tables.COEFFICIENTS; i++) {
            if (modes.bit(Tables.KEPT[i]) == 1) {
                probabilities[i] = modes.number(8);
            }
        }
        coded = modes.flag() ? modes.number(8) : 0;
        if (modes.overrun()) {
            throw truncated(source);
        }
    }

    static ImageException truncated(Source source) {
        return source.bad("WebP's lossy picture ends before it is full; the file is truncated or damaged");
    }

    private void segments() {
        if (modes.flag()) {
            absolute = modes.flag();
            for (int segment = 0; segment < SEGMENTS; segment++) {
                segmentQuantizer[segment] = modes.optional(7);
            }
            for (int segment = 0; segment < SEGMENTS; segment++) {
                segmentLevel[segment] = modes.optional(6);
            }
        }
        for (int node = 0; node < segmentTree.length && segmentMap; node++) {
            segmentTree[node] = modes.flag() ? modes.number(8) : 255;
        }
    }

    /** A level of 0 turns the filter off, whatever the segments say. */
    private void filter(boolean segmented, int level) {
        int[] deltas = new int[8];
        boolean adjusted = modes.flag();
        if (adjusted && modes.flag()) {
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] = modes.optional(6);
            }
        }
        for (int segment = 0; segment < SEGMENTS && level > 0; segment++) {
            int base = segmented ? segmentLevel[segment] + (absolute ? 0 : level) : level;
            int whole = base + deltas[0];
            filterLevels[segment][0] = Math.max(0, Math.min(63, whole));
            filterLevels[segment][1] = Math.max(0, Math.min(63, whole + deltas[4]));
        }
    }

    private BoolDecoder[] partitions(Source source, int from, int end) throws ImageException {
        byte[] content = source.sharedContent();
        BoolDecoder[] parts = new BoolDecoder[1 << modes.number(2)];
        int start = from + 3 * (parts.length - 1);
        if (start > end) {
            throw truncated(source);
        }
        for (int i = 0, at = from; i < parts.length; i++, at += 3) {
            int stop = end;
            if (i < parts.length - 1) {
                int length = (content[at] & 0xFF) | (content[at + 1] & 0xFF) << 8 | (content[at + 2] & 0xFF) << 16;
                stop = Math.min(end, start + length);
            }
            parts[i] = new BoolDecoder(content, start, stop);
            start = stop;
        }
        return parts;
    }

    private void quantizers(boolean segmented) {
        int base = modes.number(7);
        int[] deltas = new int[5];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = modes.optional(4);
        }
        for (int segment = 0; segment < SEGMENTS; segment++) {
            int index = segmented ? segmentQuantizer[segment] + (absolute ? 0 : base) : base;
            quantizers[segment] = new Quantizer(
                    Tables.DC_STEPS[clip(index + deltas[0], 127)],
                    Tables.AC_STEPS[clip(index, 127)],
                    2 * Tables.DC_STEPS[clip(index + deltas[1], 127)],
                    Math.max(8, Tables.AC_STEPS[clip(index + deltas[2], 127)] * 155 / 100),
                    Tables.DC_STEPS[clip(index + deltas[3], 117)],
                    Tables.AC_STEPS[clip(index + deltas[4], 127)]);
        }
    }

    private static int clip(int index, int most) {
        return Math.max(0, Math.min(most, index));
    }
}
