package org.vung.data.augment;

import java.util.random.RandomGenerator;
import org.vung.data.ClassMap;
import org.vung.data.augment.warp.Affine;
import org.vung.data.augment.warp.Border;
import org.vung.data.augment.warp.View;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.name.Bounds;
import org.vung.name.Phrase;

/**
 * Cuts a window out of the pair, anywhere within it. A share of the windows is centred, as far as the image reaches, on a random
 * pixel of a random class that is there, neither 0 nor IGNORE: the foreground oversampling of nnU-Net (Isensee et al., Nature Methods
 * 2021), which takes a fixed third of each batch where this takes each pair with that chance. A side that is longer than the image's is
 * filled up from outside, the image anywhere within it.
 *
 * @param height rows, 1 … 32768
 * @param width columns, 1 … 32768
 * @param foreground share of the windows that are centred on foreground, 0 … 1
 * @param border what the truth says of pixels from outside the image
 */
public record Crop(int height, int width, double foreground, Border border) implements Augmentation.Geometric {

    private static final int LONGEST = 32768;

    /** Checks the options. */
    public Crop {
        Bounds.check("height of crop", height, 1, LONGEST);
        Bounds.check("width of crop", width, 1, LONGEST);
        Bounds.check("foreground of crop", foreground, 0, 1);
    }

    /**
     * Windows wherever chance puts them, what is missing mirrored.
     *
     * @param height rows, 1 … 32768
     * @param width columns, 1 … 32768
     */
    public Crop(int height, int width) {
        this(height, width, 0, Border.MIRROR);
    }

    static Crop of(Phrase phrase) {
        phrase.allow("height", "width", "foreground", "border");
        return new Crop(
                phrase.integer("height", 256),
                phrase.integer("width", 256),
                phrase.number("foreground", 0),
                phrase.choice("border", Border.MIRROR));
    }

    @Override
    public View view(View before, RandomGenerator random) {
        Size size = before.size();
        int row = anywhere(size.height(), height, random);
        int column = anywhere(size.width(), width, random);
        int pixel = Bounds.happens(foreground, random) ? pixelOfForeground(before.truth(), random) : -1;
        if (pixel >= 0) {
            row = around(pixel / size.width(), size.height(), height);
            column = around(pixel % size.width(), size.width(), width);
        }
        return before.then(Affine.shift(row, column), new Size(height, width), border);
    }

    /** A start at which the shorter of image and window lies within the longer. */
    private static int anywhere(int image, int window, RandomGenerator random) {
        return Math.min(0, image - window) + random.nextInt(Math.abs(image - window) + 1);
    }

    /** The start nearest to having the pixel in the window's middle. */
    private static int around(int pixel, int image, int window) {
        int least = Math.min(0, image - window);
        int most = Math.max(0, image - window);
        return Math.max(least, Math.min(most, pixel - window / 2));
    }

    /** The place of a random pixel of a random class, or −1 where there is none. */
    private static int pixelOfForeground(LabelMap truth, RandomGenerator random) {
        int[] areas = truth.areas();
        int present = 0;
        for (int label = 0; label < areas.length; label++) {
            areas[label] = label == 0 || label == ClassMap.IGNORE ? 0 : areas[label];
            present += areas[label] > 0 ? 1 : 0;
        }
        if (present == 0) {
            return -1;
        }
        int label = at(areas, random.nextInt(present));
        return occurrence(truth.sharedLabels(), label, random.nextInt(areas[label]));
    }

    private static int at(int[] areas, int number) {
        int label = -1;
        for (int seen = -1; seen < number; ) {
            label++;
            seen += areas[label] > 0 ? 1 : 0;
        }
        return label;
    }

    private static int occurrence(int[] labels, int label, int number) {
        int pixel = -1;
        for (int seen = -1; seen < number; ) {
            pixel++;
            seen += labels[pixel] == label ? 1 : 0;
        }
        return pixel;
    }

    @Override
    public String text() {
        return Phrase.of("crop")
                .with("height", height)
                .with("width", width)
                .with("foreground", foreground)
                .with("border", border)
                .text();
    }
}
