package org.vung.grid;

/**
 * The exact Euclidean distance of every inside pixel to the nearest outside pixel, between pixel centres.
 *
 * <p>Source: P. Felzenszwalb and D. Huttenlocher, "Distance Transforms of Sampled Functions", Theory of Computing 8
 * (2012). The first pass measures along the columns by counting; the second takes, along every row, the lower envelope of
 * the parabolas that stand on those counts. Time grows linearly with the pixels.
 */
public final class DistanceTransform {

    private static final int NOTHING_OUTSIDE = Integer.MAX_VALUE;

    private DistanceTransform() {}

    /**
     * Measures every pixel's distance to the outside.
     *
     * @param inside row by row [height · width]
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return distances in pixels, 0 outside; infinite everywhere if no pixel is outside
     */
    public static double[] toOutside(boolean[] inside, int height, int width) {
        if ((long) height * width != inside.length) {
            throw new IllegalArgumentException(
                    "inside must fill " + height + "x" + width + " pixels, got " + inside.length);
        }
        int[] along = alongColumns(inside, height, width);
        double[] distances = new double[inside.length];
        RowBands.forEach(height, (from, to) -> {
            Envelope envelope = new Envelope(width);
            for (int row = from; row < to; row++) {
                envelope.measure(along, row * width, distances);
            }
        });
        return distances;
    }

    private static int[] alongColumns(boolean[] inside, int height, int width) {
        int[] along = new int[inside.length];
        RowBands.forEach(width, (from, to) -> {
            for (int pixel = from; pixel < to; pixel++) {
                along[pixel] = inside[pixel] ? NOTHING_OUTSIDE : 0;
            }
            for (int row = 1; row < height; row++) {
                for (int pixel = row * width + from; pixel < row * width + to; pixel++) {
                    along[pixel] = inside[pixel] ? oneMore(along[pixel - width]) : 0;
                }
            }
            for (int row = height - 2; row >= 0; row--) {
                for (int pixel = row * width + from; pixel < row * width + to; pixel++) {
                    along[pixel] = Math.min(along[pixel], oneMore(along[pixel + width]));
                }
            }
        });
        return along;
    }

    private static int oneMore(int count) {
        return count == NOTHING_OUTSIDE ? NOTHING_OUTSIDE : count + 1;
    }

    /** The lower envelope of a row's parabolas: which parabola is lowest, and up to where. */
    private static final class Envelope {

        private final int[] apex;
        private final double[] height;
        private final double[] start;

        Envelope(int width) {
            apex = new int[width];
            height = new double[width];
            start = new double[width];
        }

        void measure(int[] along, int first, double[] distances) {
            int parabolas = build(along, first);
            int at = 0;
            for (int column = 0; column < apex.length; column++) {
                while (at + 1 < parabolas && start[at + 1] <= column) {
                    at++;
                }
                double step = column - (parabolas == 0 ? 0 : apex[at]);
                distances[first + column] =
                        parabolas == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(step * step + height[at]);
            }
        }

        private int build(int[] along, int first) {
            int parabolas = 0;
            for (int column = 0; column < apex.length; column++) {
                if (along[first + column] == NOTHING_OUTSIDE) {
                    continue;
                }
                double foot = (double) along[first + column] * along[first + column];
                double meets = Double.NEGATIVE_INFINITY;
                while (parabolas > 0) {
                    meets = meetingPoint(parabolas - 1, column, foot);
                    if (meets > start[parabolas - 1]) {
                        break;
                    }
                    parabolas--;
                    meets = Double.NEGATIVE_INFINITY;
                }
                apex[parabolas] = column;
                height[parabolas] = foot;
                start[parabolas++] = meets;
            }
            return parabolas;
        }

        private double meetingPoint(int parabola, int column, double foot) {
            double left = apex[parabola];
            double right = column;
            return (foot - height[parabola] + right * right - left * left) / (2 * (right - left));
        }
    }
}
