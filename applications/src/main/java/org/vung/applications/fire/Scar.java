package org.vung.applications.fire;

import org.vung.Segmenter;
import org.vung.catalog.Catalog;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Preview;
import org.vung.label.LabelMap;

/**
 * Finds what has become dark since a photo of the same place: the logarithm of the ratio of both, divided by a Gaussian mixture into what
 * is darker, what is as it was and what is lighter, such
 * as smoke.
 *
 * <p>Differs from Bruzzone and Prieto 2000: more than two components, since smoke is one; neighbours are respected by smoothing the ratio, not by
 * a Markov field; and a component is a scar only where it is darker by a quarter at least.
 */
final class Scar {

    private static final double LEAST = Math.log(0.75);
    private static final double SIGMA = 0.8;
    private static final double FLOOR = 12;

    private Scar() {}

    /**
     * Finds it.
     *
     * @param before 8-bit RGB
     * @param now of the same place and size
     * @param method that divides greys, such as {@code em:k=4}
     * @return row by row
     */
    static boolean[] between(Image before, Image now, String method) {
        if (!before.size().equals(now.size())) {
            throw new IllegalArgumentException(
                    "photos of a series must have one size, got " + before.size() + " and " + now.size());
        }
        double[] ratio =
                ratio(Preview.rgb(before).sharedBytes(), Preview.rgb(now).sharedBytes());
        double[] smooth = new Gaussian(SIGMA).smooth(ratio, before.size(), 1);
        float[] samples = new float[smooth.length];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (float) (0.5 + smooth[pixel] / 8); // a picture lies in 0 … 1
        }
        Segmenter mixture = Catalog.segmenter(method);
        LabelMap labels =
                mixture.segment(Image.wrap(before.size(), Layout.GREY, samples)).labels();
        return darkest(labels, smooth);
    }

    private static double[] ratio(byte[] before, byte[] now) {
        double[] ratio = new double[before.length / 3];
        for (int pixel = 0; pixel < ratio.length; pixel++) {
            double was = FLOOR;
            double is = FLOOR;
            for (int channel = 0; channel < 3; channel++) {
                was += before[pixel * 3 + channel] & 0xFF;
                is += now[pixel * 3 + channel] & 0xFF;
            }
            ratio[pixel] = Math.log(is / was);
        }
        return ratio;
    }

    private static boolean[] darkest(LabelMap labels, double[] ratio) {
        int[] areas = labels.areas();
        double[] means = new double[areas.length];
        int[] names = labels.sharedLabels();
        for (int pixel = 0; pixel < names.length; pixel++) {
            means[names[pixel]] += ratio[pixel] / areas[names[pixel]];
        }
        boolean[] scar = new boolean[names.length];
        for (int pixel = 0; pixel < names.length; pixel++) {
            scar[pixel] = means[names[pixel]] <= LEAST && ratio[pixel] <= LEAST;
        }
        return scar;
    }
}
