package org.vung.image.codec.vp8;

import org.vung.grid.RowBands;

/** Brings chroma to the size of luma with weights 9, 3, 3, 1 and turns both into RGB, in the fixed point of libwebp. */
final class Upsampling {

    private final Plane luma;
    private final Plane u;
    private final Plane v;
    private final int height;
    private final int width;
    private final byte[] rgb;
    private final int channels;

    Upsampling(Plane[] planes, int height, int width, int channels) {
        this.luma = planes[0];
        this.u = planes[1];
        this.v = planes[2];
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.rgb = new byte[height * width * channels];
    }

    /** Red, green, blue of every pixel, and room for opacity if there are four channels. */
    byte[] rgb() {
        RowBands.forEach(height, (from, to) -> {
            for (int row = from; row < to; row++) {
                row(row);
            }
        });
        return rgb;
    }

    private void row(int row) {
        int last = (height + 1) / 2 - 1;
        int beside = Math.max(0, Math.min(last, (row >> 1) + ((row & 1) == 1 ? 1 : -1)));
        int near = u.at(row >> 1, 0);
        int far = u.at(beside, 0);
        int from = luma.at(row, 0);
        int out = row * width * channels;
        int pairs = (width - 1) >> 1;
        pixel(from, out, edge(u, near, far), edge(v, near, far));
        for (int x = 1; x <= pairs; x++) {
            int left = 2 * x - 1;
            pixel(from + left, out + left * channels, left(u, near + x, far + x), left(v, near + x, far + x));
            pixel(
                    from + left + 1,
                    out + (left + 1) * channels,
                    right(u, near + x, far + x),
                    right(v, near + x, far + x));
        }
        if ((width & 1) == 0) {
            int end = width - 1;
            pixel(
                    from + end,
                    out + end * channels,
                    edge(u, near + pairs, far + pairs),
                    edge(v, near + pairs, far + pairs));
        }
    }

    private static int edge(Plane plane, int near, int far) {
        return (3 * plane.get(near) + plane.get(far) + 2) >> 2;
    }

    /** Nearer to the sample before. */
    private static int left(Plane plane, int near, int far) {
        int n0 = plane.get(near - 1);
        int n1 = plane.get(near);
        int f0 = plane.get(far - 1);
        return (((n0 + 3 * n1 + 3 * f0 + plane.get(far) + 8) >> 3) + n0) >> 1;
    }

    /** Nearer to the sample itself. */
    private static int right(Plane plane, int near, int far) {
        int n0 = plane.get(near - 1);
        int n1 = plane.get(near);
        int f1 = plane.get(far);
        return (((3 * n0 + n1 + plane.get(far - 1) + 3 * f1 + 8) >> 3) + n1) >> 1;
    }

    private void pixel(int at, int out, int cb, int cr) {
        int light = (luma.get(at) * 19077) >> 8;
        rgb[out] = Plane.clamp((light + ((cr * 26149) >> 8) - 14234) >> 6);
        rgb[out + 1] = Plane.clamp((light - ((cb * 6419) >> 8) - ((cr * 13320) >> 8) + 8708) >> 6);
        rgb[out + 2] = Plane.clamp((light + ((cb * 33050) >> 8) - 17685) >> 6);
    }
}
