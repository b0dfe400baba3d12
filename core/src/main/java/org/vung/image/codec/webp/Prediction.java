package org.vung.image.codec.webp;

/** The fourteen predictors of VP8L (RFC 9649, 4.1), on colours 0xAARRGGBB. */
final class Prediction {

    private static final int BLACK = 0xFF000000;

    private Prediction() {}

    /** Adds to every pixel what its block's mode predicts from the pixels before. */
    static void undo(int[] pixels, int width, int bits, int[] modes) {
        int across = Transform.blocks(width, bits);
        pixels[0] = sum(pixels[0], BLACK);
        for (int at = 1; at < width; at++) {
            pixels[at] = sum(pixels[at], pixels[at - 1]);
        }
        for (int start = width, row = 1; start < pixels.length; start += width, row++) {
            pixels[start] = sum(pixels[start], pixels[start - width]);
            int block = (row >> bits) * across;
            for (int column = 1; column < width; column++) {
                int at = start + column;
                int mode = (modes[block + (column >> bits)] >> 8) & 15;
                pixels[at] = sum(pixels[at], predicted(mode, pixels, at, width));
            }
        }
    }

    private static int predicted(int mode, int[] pixels, int at, int width) {
        int left = pixels[at - 1];
        int top = pixels[at - width];
        int corner = pixels[at - width - 1];
        return switch (mode) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> pixels[at - width + 1];
            case 4 -> corner;
            case 5 -> mean(mean(left, pixels[at - width + 1]), top);
            case 6 -> mean(left, corner);
            case 7 -> mean(left, top);
            case 8 -> mean(corner, top);
            case 9 -> mean(top, pixels[at - width + 1]);
            case 10 -> mean(mean(left, corner), mean(top, pixels[at - width + 1]));
            case 11 -> nearer(left, top, corner);
            case 12 -> full(left, top, corner);
            case 13 -> half(mean(left, top), corner);
            default -> BLACK;
        };
    }

    /** Sum of each channel, without carry into the next. */
    static int sum(int a, int b) {
        int alphaGreen = (a & 0xFF00FF00) + (b & 0xFF00FF00);
        int redBlue = (a & 0x00FF00FF) + (b & 0x00FF00FF);
        return (alphaGreen & 0xFF00FF00) | (redBlue & 0x00FF00FF);
    }

    private static int mean(int a, int b) {
        return (((a ^ b) & 0xFEFEFEFE) >>> 1) + (a & b);
    }

    private static int nearer(int left, int top, int corner) {
        int toLeft = 0;
        int toTop = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            toLeft += Math.abs(channel(top, shift) - channel(corner, shift));
            toTop += Math.abs(channel(left, shift) - channel(corner, shift));
        }
        return toLeft < toTop ? left : top;
    }

    private static int full(int left, int top, int corner) {
        int colour = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            colour |= clamp(channel(left, shift) + channel(top, shift) - channel(corner, shift)) << shift;
        }
        return colour;
    }

    private static int half(int mean, int corner) {
        int colour = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int value = channel(mean, shift);
            colour |= clamp(value + (value - channel(corner, shift)) / 2) << shift;
        }
        return colour;
    }

    private static int channel(int colour, int shift) {
        return (colour >> shift) & 0xFF;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
