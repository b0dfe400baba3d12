package org.vung.image.codec.vp8;

/** Prediction of whole macroblocks from the samples above and to the left (RFC 6386, 12.2 and 12.3). */
final class Intra {

    static final int DC = 0;
    static final int VERTICAL = 1;
    static final int HORIZONTAL = 2;
    static final int TRUE_MOTION = 3;

    private Intra() {}

    /** Fills a square whose upper left sample is at that place; top and left say whether there are samples to average. */
    static void predict(Plane plane, int at, int side, int mode, boolean top, boolean left) {
        byte[] samples = plane.samples;
        int stride = plane.stride;
        int corner = plane.get(at - stride - 1);
        int mean = mode == DC ? mean(plane, at, side, top, left) : 0;
        for (int row = 0; row < side; row++) {
            int start = at + row * stride;
            int beside = plane.get(start - 1);
            for (int column = 0; column < side; column++) {
                samples[start + column] = switch (mode) {
                    case VERTICAL -> samples[at - stride + column];
                    case HORIZONTAL -> (byte) beside;
                    case TRUE_MOTION -> Plane.clamp(beside + plane.get(at - stride + column) - corner);
                    default -> (byte) mean;
                };
            }
        }
    }

    private static int mean(Plane plane, int at, int side, boolean top, boolean left) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < side && top; i++, count++) {
            sum += plane.get(at - plane.stride + i);
        }
        for (int i = 0; i < side && left; i++, count++) {
            sum += plane.get(at + i * plane.stride - 1);
        }
        return count == 0 ? 128 : (sum + count / 2) / count;
    }
}
