package org.vung.image.codec;

/** The one thing of Exif that changes pixels: which way is up. Everything else is skipped, and damage means upright. */
public final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final byte[] content;
    private final int start;
    private final int end;
    private final boolean bigEndian;

    private Exif(byte[] content, int start, int end) {
        this.content = content;
        this.start = start;
        this.end = end;
        this.bigEndian = content[start] == 'M';
    }

    /**
     * Reads the orientation tag of the first directory.
     *
     * @param content a file
     * @param start where its Exif block begins, at the byte order mark; a leading {@code Exif\0\0} is stepped over
     * @param end one past the block
     * @return 1 … 8 as the tag defines them; 1 if there is no such tag or the block is damaged
     */
    public static int orientation(byte[] content, int start, int end) {
        int at = start;
        if (end - at > 6 && content[at] == 'E' && content[at + 1] == 'x' && content[at + 2] == 'i') {
            at += 6;
        }
        boolean marked = end <= content.length
                && end - at >= 8
                && content[at] == content[at + 1]
                && (content[at] == 'I' || content[at] == 'M');
        return marked ? new Exif(content, at, end).orientation() : 1;
    }

    private int orientation() {
        long directory = u32(4);
        if (u16(2) != 42 || directory > end - start) {
            return 1;
        }
        int entries = u16(directory);
        for (int entry = 0; entry < entries; entry++) {
            long at = directory + 2 + 12L * entry;
            if (u16(at) == ORIENTATION) {
                long value = u16(at + 2) == SHORT ? u16(at + 8) : u16(at + 2) == LONG ? u32(at + 8) : 1;
                return value >= 1 && value <= 8 ? (int) value : 1;
            }
        }
        return 1;
    }

    /** Bytes outside the block read as 0, which no tag of interest has. */
    private int u8(long at) {
        return at >= 0 && at < end - start ? content[start + (int) at] & 0xFF : 0;
    }

    private int u16(long at) {
        return bigEndian ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at);
    }

    private long u32(long at) {
        return bigEndian ? (long) u16(at) << 16 | u16(at + 2) : (long) u16(at + 2) << 16 | u16(at);
    }
}
