package org.vung.classic.watershed;

import org.vung.image.Size;

/** Parts objects from ground by Otsu's threshold. */
final class Foreground {

    private static final int BINS = 256;

    private Foreground() {}

    /**
     * The threshold that parts 256 classes of brightness with the largest variance between the two sides.
     *
     * @return brightness up to which a pixel is dark; NaN if all pixels are equal
     */
    static double threshold(double[] grey) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : grey) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(most > least)) {
            return Double.NaN;
        }
        double binsPerUnit = BINS / (most - least);
        long[] counts = new long[BINS];
        double total = 0;
        for (double value : grey) {
            int bin = Math.min(BINS - 1, (int) ((value - least) * binsPerUnit));
            counts[bin]++;
            total += bin;
        }
        return least + (bestCut(counts, total, grey.length) + 1) / binsPerUnit;
    }

    private static int bestCut(long[] counts, double total, double pixels) {
        double dark = 0;
        double darkSum = 0;
        double best = -1;
        int cut = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            dark += counts[bin];
            darkSum += (double) counts[bin] * bin;
            double bright = pixels - dark;
            double gap = dark == 0 || bright == 0 ? 0 : darkSum / dark - (total - darkSum) / bright;
            if (dark * bright * gap * gap > best) {
                best = dark * bright * gap * gap;
                cut = bin;
            }
        }
        return cut;
    }

    /** True on objects. {@code AUTO} takes the side that holds fewer pixels of the image's rim for objects. */
    static boolean[] mask(double[] grey, double threshold, Watershed.Objects wanted, Size size) {
        boolean bright = wanted == Watershed.Objects.BRIGHT
                || (wanted == Watershed.Objects.AUTO
                        && 2 * rimAbove(threshold, grey, size) <= rimAbove(Double.NEGATIVE_INFINITY, grey, size));
        boolean[] mask = new boolean[grey.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            mask[pixel] = grey[pixel] > threshold == bright;
        }
        return mask;
    }

    /** The number of pixels on the rim whose brightness exceeds a limit. */
    private static long rimAbove(double limit, double[] grey, Size size) {
        long above = 0;
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                boolean inner = row > 0 && row < size.height() - 1 && column > 0 && column < size.width() - 1;
                above += !inner && grey[size.index(row, column)] > limit ? 1 : 0;
            }
        }
        return above;
    }
}
