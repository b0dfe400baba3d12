package org.vung.image.codec.vp8;

/** Smooths the edges between macroblocks, and those inside of them (RFC 6386, section 15). */
final class LoopFilter {

    private final FrameHeader header;
    private int limit;
    private int inside;
    private int variance;

    LoopFilter(FrameHeader header) {
        this.header = header;
    }

    /** Filters a macroblock: luma first, both chroma planes last; {@code inner} says whether the edges inside count. */
    void filter(Plane[] planes, int row, int column, int level, boolean inner) {
        if (level == 0) {
            return;
        }
        inside = header.sharpness == 0 ? level : level >> (header.sharpness > 4 ? 2 : 1);
        inside = Math.max(1, header.sharpness == 0 ? inside : Math.min(inside, 9 - header.sharpness));
        limit = 2 * level + inside;
        variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
        for (int i = 0; i < (header.simpleFilter ? 1 : 3); i++) {
            Plane plane = planes[i];
            int side = i == 0 ? 16 : 8;
            int at = plane.at(row * side, column * side);
            edges(plane, at, 1, plane.stride, side, column > 0, inner);
            edges(plane, at, plane.stride, 1, side, row > 0, inner);
        }
    }

    /** Edges across which one steps by {@code across}, and which run by {@code along}. */
    private void edges(Plane plane, int at, int across, int along, int side, boolean outer, boolean inner) {
        if (outer) {
            edge(plane.samples, at, across, along, side, true);
        }
        for (int next = 4; next < side && inner; next += 4) {
            edge(plane.samples, at + next * across, across, along, side, false);
        }
    }

    private void edge(byte[] samples, int at, int across, int along, int length, boolean outer) {
        int most = 2 * (outer ? limit + 4 : limit) + 1;
        for (int i = 0; i < length; i++, at += along) {
            int p1 = samples[at - 2 * across] & 0xFF;
            int p0 = samples[at - across] & 0xFF;
            int q0 = samples[at] & 0xFF;
            int q1 = samples[at + across] & 0xFF;
            if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) > most) {
                continue;
            }
            if (header.simpleFilter) {
                two(samples, at, across, 3 * (q0 - p0) + signed(p1 - q1));
            } else if (smooth(samples, at, across)) {
                if (Math.abs(p1 - p0) > variance || Math.abs(q1 - q0) > variance) {
                    two(samples, at, across, 3 * (q0 - p0) + signed(p1 - q1));
                } else if (outer) {
                    six(samples, at, across, signed(3 * (q0 - p0) + signed(p1 - q1)));
                } else {
                    four(samples, at, across, 3 * (q0 - p0));
                }
            }
        }
    }

    /** Whether no step on either side of the edge is larger than the limit inside. */
    private boolean smooth(byte[] samples, int at, int across) {
        for (int step = -4; step < 3; step++) {
            int here = at + step * across;
            if (step != -1 && Math.abs((samples[here] & 0xFF) - (samples[here + across] & 0xFF)) > inside) {
                return false;
            }
        }
        return true;
    }

    private static void two(byte[] samples, int at, int across, int step) {
        change(samples, at - across, small(step + 3));
        change(samples, at, -small(step + 4));
    }

    private static void four(byte[] samples, int at, int across, int step) {
        int near = small(step + 4);
        int far = (near + 1) >> 1;
        change(samples, at - 2 * across, far);
        change(samples, at - across, small(step + 3));
        change(samples, at, -near);
        change(samples, at + across, -far);
    }

    private static void six(byte[] samples, int at, int across, int step) {
        for (int i = 0, weight = 27; i < 3; i++, weight -= 9) {
            int part = (weight * step + 63) >> 7;
            change(samples, at - (i + 1) * across, part);
            change(samples, at + i * across, -part);
        }
    }

    private static void change(byte[] samples, int at, int by) {
        samples[at] = Plane.clamp((samples[at] & 0xFF) + by);
    }

    private static int signed(int value) {
        return Math.max(-128, Math.min(127, value));
    }

    private static int small(int value) {
        return Math.max(-16, Math.min(15, value >> 3));
    }
}
