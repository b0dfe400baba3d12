package org.vung.torch.train.plan;

import java.io.IOException;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.label.LabelMap;

/**
 * What a plan needs to know of a set beside its counts, from at most 32 images spread over it.
 *
 * @param grey whether every image looked at is grey, its channels alike
 * @param upright how far top and bottom differ in what they show, 0 … 1: 0 for cells in any order, near 1 for sky above road
 * @param sided the same of left and right
 */
public record Traits(boolean grey, double upright, double sided) {

    private static final int MOST = 32;
    private static final int STRIDE = 7;

    /**
     * Looks at images and truths.
     *
     * @param set any; truths that are not a class for each pixel tell nothing
     * @return what was seen
     * @throws IOException if a file cannot be read; the message names it
     */
    public static Traits of(Dataset set) throws IOException {
        int count = set.items().size();
        int looked = Math.min(MOST, count);
        double[][] differences =
                new double[2][set.classes().size()]; // summed with their sign, so that chance cancels out
        boolean grey = true;
        for (int at = 0; at < looked; at++) {
            int index = (int) ((long) at * count / looked);
            grey = grey && isGrey(set.image(index));
            if (set.truth(index) instanceof ClassMap map) {
                add(map.labels(), differences);
            }
        }
        return new Traits(grey, size(differences[0], looked), size(differences[1], looked));
    }

    private static boolean isGrey(Image image) {
        if (image.layout() == Layout.GREY || image.layout() == Layout.GREY_ALPHA) {
            return true;
        }
        if (image.layout() == Layout.BANDS) {
            return false;
        }
        for (int row = 0; row < image.size().height(); row += STRIDE) {
            for (int column = 0; column < image.size().width(); column += STRIDE) {
                float red = image.sample(row, column, 0);
                if (image.sample(row, column, 1) != red || image.sample(row, column, 2) != red) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds the share of each class in the first half less that in the second, of rows and of columns. */
    private static void add(LabelMap labels, double[][] differences) {
        int height = labels.size().height();
        int width = labels.size().width();
        int[] all = labels.sharedLabels();
        double one = 1.0 / all.length;
        for (int pixel = 0; pixel < all.length; pixel++) {
            int label = all[pixel];
            if (label < differences[0].length) {
                differences[0][label] += one * Integer.signum(height - 1 - 2 * (pixel / width));
                differences[1][label] += one * Integer.signum(width - 1 - 2 * (pixel % width));
            }
        }
    }

    private static double size(double[] differences, int images) {
        double sum = 0;
        for (double difference : differences) {
            sum += Math.abs(difference);
        }
        return images == 0 ? 0 : Math.min(1, sum / images);
    }
}
