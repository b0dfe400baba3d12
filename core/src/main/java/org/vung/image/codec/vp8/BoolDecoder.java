package org.vung.image.codec.vp8;

/** The arithmetic decoder of RFC 6386, section 7: one decision at a time, each with its probability of being 0. */
final class BoolDecoder {

    private final byte[] content;
    private final int end;
    private int at;
    private long value;
    private int range = 254;
    private int bits = -8;
    private boolean overrun;

    BoolDecoder(byte[] content, int from, int end) {
        this.content = content;
        this.at = from;
        this.end = end;
    }

    /** Whether more was read than there is. */
    boolean overrun() {
        return overrun;
    }

    /** One decision: 0 with the given chance of 256. */
    int bit(int probability) {
        if (bits < 0) {
            load();
        }
        int split = (range * probability) >> 8;
        int seen = (int) (value >> bits);
        int width;
        int bit;
        if (seen > split) {
            width = range - split;
            value -= (long) (split + 1) << bits;
            bit = 1;
        } else {
            width = split + 1;
            bit = 0;
        }
        int shift = Integer.numberOfLeadingZeros(width) - 24;
        range = (width << shift) - 1;
        bits -= shift;
        return bit;
    }

    /** An even decision. */
    boolean flag() {
        return bit(128) == 1;
    }

    /** A number, highest bit first. */
    int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | bit(128);
        }
        return number;
    }

    /** A number with its sign behind it. */
    int signed(int count) {
        int number = number(count);
        return flag() ? -number : number;
    }

    /** A number with its sign, or 0 if a first decision says so. */
    int optional(int count) {
        return flag() ? signed(count) : 0;
    }

    /** Walks down a tree whose positive entries are the next pair and whose others are leaves, negated. */
    int leaf(int[] tree, int[] probabilities, int first) {
        int node = 0;
        do {
            node = tree[node + bit(probabilities[first + (node >> 1)])];
        } while (node > 0);
        return -node;
    }

    private void load() {
        if (end - at >= 7) {
            for (int i = 0; i < 7; i++) {
                value = value << 8 | (content[at++] & 0xFF);
            }
            bits += 56;
            return;
        }
        overrun |= at >= end;
        value = value << 8 | (at < end ? content[at++] & 0xFF : 0);
        bits += 8;
    }
}
