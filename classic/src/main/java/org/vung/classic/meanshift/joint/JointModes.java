package org.vung.classic.meanshift.joint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.grid.DisjointSets;
import org.vung.grid.RowBands;
import org.vung.image.Size;

/** Where each pixel's climb in the joint space ended. */
final class JointModes {

    /** Rows that share climbs; a strip's climbs do not depend on other strips. */
    private static final int STRIP = 64;

    private final Size size;
    /** The pixel under the end, and the end's colour in steps of the samples. */
    private final int[] places;

    private final int[] colours;
    private int most;
    private boolean converged = true;

    private JointModes(Size size) {
        this.size = size;
        this.places = new int[size.pixels()];
        this.colours = new int[size.pixels() * 3];
        Arrays.fill(places, -1);
    }

    /** What a strip reports: its longest climb and whether all came to rest. */
    record Strip(int most, boolean converged) {}

    /** Lets every pixel climb. */
    static JointModes of(JointSpace space, JointMeanShift.Options options) {
        JointModes modes = new JointModes(space.size());
        int strips = (space.size().height() + STRIP - 1) / STRIP;
        // eight rows to a strip, because bands are never thinner
        List<List<Strip>> reports =
                RowBands.map(strips * 8, (from, to) -> modes.strips(space, options, from / 8, to / 8));
        for (List<Strip> band : reports) {
            for (Strip strip : band) {
                modes.most = Math.max(modes.most, strip.most());
                modes.converged &= strip.converged();
            }
        }
        return modes;
    }

    private List<Strip> strips(JointSpace space, JointMeanShift.Options options, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(strip -> strip(space, options, strip * STRIP))
                .toList();
    }

    private Strip strip(JointSpace space, JointMeanShift.Options options, int top) {
        return new SharedClimbs(this, space, options).strip(top, Math.min(size.height(), top + STRIP));
    }

    /** Whether a pixel's climb has ended. */
    boolean isKnown(int pixel) {
        return places[pixel] >= 0;
    }

    /** Ends a pixel's climb where the centre stands. */
    void end(int pixel, JointClimb centre) {
        places[pixel] = centre.pixel();
        for (int channel = 0; channel < 3; channel++) {
            colours[pixel * 3 + channel] = centre.colour(channel);
        }
    }

    /** Ends a pixel's climb where another's ended. */
    void end(int pixel, int known) {
        places[pixel] = places[known];
        System.arraycopy(colours, known * 3, colours, pixel * 3, 3);
    }

    /** The end's colour, white = 255. */
    double level(int pixel, int channel) {
        return (double) colours[pixel * 3 + channel] / JointSpace.STEPS;
    }

    int most() {
        return most;
    }

    boolean converged() {
        return converged;
    }

    /** Joins neighbours whose ends are closer than the two bandwidths, and whatever is joined to them. */
    int[] basins(int spatial, double range) {
        DisjointSets sets = new DisjointSets(size.pixels());
        double square = range * range * JointSpace.STEPS * JointSpace.STEPS;
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int pixel = size.index(row, column);
                if (column > 0 && isClose(pixel, pixel - 1, spatial, square)) {
                    sets.union(pixel, pixel - 1);
                }
                if (row > 0 && isClose(pixel, pixel - size.width(), spatial, square)) {
                    sets.union(pixel, pixel - size.width());
                }
            }
        }
        return sets.labels();
    }

    private boolean isClose(int a, int b, int spatial, double square) {
        int down = places[a] / size.width() - places[b] / size.width();
        int across = places[a] % size.width() - places[b] % size.width();
        double apart = 0;
        for (int channel = 0; channel < 3; channel++) {
            double step = colours[a * 3 + channel] - colours[b * 3 + channel];
            apart += step * step;
        }
        return down * down + across * across <= spatial * spatial && apart <= square;
    }
}
