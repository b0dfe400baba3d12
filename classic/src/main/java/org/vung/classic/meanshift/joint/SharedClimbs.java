package org.vung.classic.meanshift.joint;

/**
 * The climbs of a strip of rows. Pixels of nearly one colour and place go the same way: a centre takes along what it comes
 * upon, and stops where it comes upon a way that was gone before. That leaves some two steps a pixel instead of ten.
 */
final class SharedClimbs {

    private final JointModes modes;
    private final JointClimb centre;
    private final int width;
    private final int most;
    /** How far around the centre pixels are taken along. */
    private final int around;
    /** Squared distance of colours that count as near. */
    private final int near;

    private int top;
    private int bottom;
    /** Pixels that go with the centre. */
    private int[] party = new int[0];

    private int size;
    /** The last centre that a pixel went with. */
    private int[] joined = new int[0];

    SharedClimbs(JointModes modes, JointSpace space, JointMeanShift.Options options) {
        double range = options.range() * JointSpace.STEPS;
        this.modes = modes;
        this.centre = new JointClimb(space, options.spatial(), range);
        this.width = space.size().width();
        this.most = options.iterations();
        this.around = options.sharing() > 0 ? options.spatial() / 10 : 0;
        this.near = (int) (range * range * options.sharing() * options.sharing());
    }

    /** Climbs from every pixel of the rows {@code from} … {@code to} − 1. */
    JointModes.Strip strip(int from, int to) {
        top = from;
        bottom = to;
        party = new int[(to - from) * width];
        joined = new int[party.length];
        int longest = 0;
        boolean rested = true;
        for (int pixel = from * width; pixel < to * width; pixel++) {
            if (!modes.isKnown(pixel)) {
                int steps = climb(pixel);
                longest = Math.max(longest, Math.abs(steps));
                rested &= steps > 0;
            }
        }
        return new JointModes.Strip(longest, rested);
    }

    /** Climbs from one pixel; the number of steps, negative if the centre still moved after the last. */
    private int climb(int start) {
        centre.start(start);
        size = 0;
        take(start, start);
        takeAround(start);
        for (int steps = 1; ; steps++) {
            boolean moving = centre.step();
            int under = centre.pixel();
            boolean met = isInside(centre.row()) && modes.isKnown(under) && centre.isNear(under, near);
            if (met || !moving || steps == most) {
                for (int i = 0; i < size; i++) {
                    if (met) {
                        modes.end(party[i], under);
                    } else {
                        modes.end(party[i], centre);
                    }
                }
                return met || !moving ? steps : -steps;
            }
            takeAround(start);
        }
    }

    private boolean isInside(int row) {
        return row >= top && row < bottom;
    }

    private void takeAround(int start) {
        int left = Math.max(0, centre.column() - around);
        int right = Math.min(width - 1, centre.column() + around);
        for (int row = Math.max(top, centre.row() - around);
                row <= Math.min(bottom - 1, centre.row() + around);
                row++) {
            for (int pixel = row * width + left; pixel <= row * width + right; pixel++) {
                if (!modes.isKnown(pixel) && centre.isNear(pixel, near)) {
                    take(pixel, start);
                }
            }
        }
    }

    private void take(int pixel, int start) {
        int at = pixel - top * width;
        if (joined[at] != start + 1) {
            joined[at] = start + 1;
            party[size++] = pixel;
        }
    }
}
