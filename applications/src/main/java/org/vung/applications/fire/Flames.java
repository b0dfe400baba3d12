package org.vung.applications.fire;

import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.image.Preview;
import org.vung.label.LabelMap;

/**
 * Finds what burns by its colour: brighter and redder than the rest of the photo, and much redder than it is blue. Blue and red are the
 * chrominances Cb and Cr of ITU-R BT.601, 0 … 255.
 *
 * <p>Differs from Çelik and Demirel 2009: their three polynomials in Cb and Cr are left out, and chrominance is to differ by 70 where
 * they have 40, which takes fields and roofs for fire.
 */
final class Flames {

    /** Least difference of Cr and Cb; τ in the paper. */
    static final double DIFFERENCE = 70;

    private final double[] luma;
    private final double[] blue;
    private final double[] red;
    private final double[] means = new double[3];

    private Flames(Image photo) {
        byte[] rgb = Preview.rgb(photo.withoutAlpha()).sharedBytes();
        int pixels = photo.size().pixels();
        luma = new double[pixels];
        blue = new double[pixels];
        red = new double[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            double r = rgb[pixel * 3] & 0xFF;
            double g = rgb[pixel * 3 + 1] & 0xFF;
            double b = rgb[pixel * 3 + 2] & 0xFF;
            luma[pixel] = 0.299 * r + 0.587 * g + 0.114 * b;
            blue[pixel] = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
            red[pixel] = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
            means[0] += luma[pixel] / pixels;
            means[1] += blue[pixel] / pixels;
            means[2] += red[pixel] / pixels;
        }
    }

    /**
     * By the rule, pixel by pixel.
     *
     * @param photo any colours
     * @return row by row
     */
    static boolean[] in(Image photo) {
        Flames flames = new Flames(photo);
        boolean[] found = new boolean[flames.luma.length];
        for (int pixel = 0; pixel < found.length; pixel++) {
            found[pixel] = flames.burns(flames.luma[pixel], flames.blue[pixel], flames.red[pixel]);
        }
        return found;
    }

    /**
     * Of the clusters of colour that a method finds, those whose mean burns by the rule.
     *
     * @param photo any colours
     * @param method such as {@code em:k=6}
     * @return row by row
     */
    static boolean[] in(Image photo, Segmenter method) {
        Flames flames = new Flames(photo);
        LabelMap labels = method.segment(photo).labels();
        int[] areas = labels.areas();
        double[][] sums = new double[areas.length][3];
        int[] names = labels.sharedLabels();
        for (int pixel = 0; pixel < names.length; pixel++) {
            sums[names[pixel]][0] += flames.luma[pixel];
            sums[names[pixel]][1] += flames.blue[pixel];
            sums[names[pixel]][2] += flames.red[pixel];
        }
        boolean[] found = new boolean[names.length];
        for (int pixel = 0; pixel < names.length; pixel++) {
            double area = areas[names[pixel]];
            double[] sum = sums[names[pixel]];
            found[pixel] = flames.burns(sum[0] / area, sum[1] / area, sum[2] / area);
        }
        return found;
    }

    private boolean burns(double y, double cb, double cr) {
        return y > cb && cr > cb && y > means[0] && cb < means[1] && cr > means[2] && cr - cb >= DIFFERENCE;
    }
}
