package org.vung.torch.train.plan;

import java.io.IOException;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.contrast.DarkGround;
import org.vung.image.contrast.Stretch;
import org.vung.label.LabelMap;

/**
 * What a plan needs to know of a set beside its counts, from at most 32 images spread over it.
 *
 * @param grey whether every image looked at is grey, its channels alike
 * @param upright how far top and bottom differ in what they show, 0 … 1: 0 for cells in any order, near 1 for sky above road
 * @param sided the same of left and right
 * @param grounds which side of their ground the other classes lie on
 */
public record Traits(boolean grey, double upright, double sided, Grounds grounds) {

    private static final int MOST = 32;
    private static final int STRIDE = 7;

    /**
     * How many images show all but their first class lighter than it, on the mean, or darker.
     *
     * @param lighter images
     * @param darker images
     * @param turned images of both kinds where they are lighter once {@code stretch,dark-ground} is done
     */
    public record Grounds(int lighter, int darker, int turned) {

        /** No image tells. */
        public static final Grounds NONE = new Grounds(0, 0, 0);

        private static final double SOME = 0.05;

        /**
         * Whether there are both kinds, and {@link DarkGround} makes one of them.
         *
         * @return true if it fails for one image in twenty at most
         */
        public boolean canBeMadeAlike() {
            int all = lighter + darker;
            return Math.min(lighter, darker) > SOME * all && turned >= (1 - SOME) * all;
        }

        private Grounds with(Image image, LabelMap labels) {
            int side = side(Grey.STANDARD.of(image).to8Bit(), labels);
            if (side == 0) {
                return this;
            }
            boolean turns = side(new DarkGround().of(new Stretch().of(image)), labels) > 0;
            return new Grounds(lighter + (side > 0 ? 1 : 0), darker + (side < 0 ? 1 : 0), turned + (turns ? 1 : 0));
        }

        /** 1 where the classes after the first are lighter, −1 where they are darker, 0 where that cannot be said. */
        private static int side(Image grey, LabelMap labels) {
            byte[] samples = grey.sharedBytes();
            int[] all = labels.sharedLabels();
            long[] sums = new long[2];
            long[] counts = new long[2];
            for (int pixel = 0; pixel < all.length; pixel++) {
                int side = all[pixel] == 0 ? 0 : 1;
                sums[side] += samples[pixel] & 0xFF;
                counts[side]++;
            }
            return counts[0] == 0 || counts[1] == 0 ? 0 : Long.signum(sums[1] * counts[0] - sums[0] * counts[1]);
        }
    }

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
        Grounds grounds = Grounds.NONE;
        for (int at = 0; at < looked; at++) {
            int index = (int) ((long) at * count / looked);
            Image image = set.image(index);
            grey = grey && isGrey(image);
            if (set.truth(index) instanceof ClassMap map) {
                add(map.labels(), differences);
                grounds = image.layout() == Layout.BANDS ? grounds : grounds.with(image, map.labels());
            }
        }
        return new Traits(grey, size(differences[0], looked), size(differences[1], looked), grounds);
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
