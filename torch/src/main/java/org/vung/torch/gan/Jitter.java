package org.vung.torch.gan;

import java.util.List;
import org.vung.data.order.SplitMix64;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.resample.Resampling;
import org.vung.name.Phrase;

/**
 * The changes of pix2pix, the same for an image and the picture it becomes: both are resized a little larger than the network takes, a
 * window is cut, and every second one is mirrored.
 *
 * @param enlarge how many times the window's sides, at least 1; the paper's is 286 / 256
 * @param mirror whether left and right are exchanged every second time
 */
record Jitter(double enlarge, boolean mirror) {

    private static final double PAPER = 286.0 / 256;

    Jitter {
        if (!(enlarge >= 1 && enlarge <= 4)) {
            throw new IllegalArgumentException("enlarge must be 1 … 4, got " + enlarge);
        }
    }

    /** Reads {@code jitter:enlarge=1.1} and {@code mirror}. */
    static Jitter parse(List<String> texts) {
        double enlarge = 1;
        boolean mirror = false;
        for (String text : texts) {
            Phrase phrase = Phrase.parse(text);
            switch (phrase.name()) {
                case "jitter" -> enlarge = phrase.allow("enlarge").number("enlarge", PAPER);
                case "mirror" -> {
                    phrase.allow();
                    mirror = true;
                }
                default ->
                    throw new IllegalArgumentException(
                            "augment must be jitter or mirror for pix2pix, got '" + phrase.name() + "'");
            }
        }
        return new Jitter(enlarge, mirror);
    }

    /** A window of both. */
    List<Image> of(Image image, Image picture, Size window, SplitMix64 chance) {
        Size larger = new Size(side(window.height()), side(window.width()));
        int top = chance.nextInt(larger.height() - window.height() + 1);
        int left = chance.nextInt(larger.width() - window.width() + 1);
        boolean turned = chance.nextBoolean() && mirror;
        return List.of(
                cut(Resampling.picture(image, larger), window, top, left, turned),
                cut(Resampling.picture(picture, larger), window, top, left, turned));
    }

    private int side(int pixels) {
        return (int) Math.round(pixels * enlarge);
    }

    private static Image cut(Image from, Size window, int top, int left, boolean mirrored) {
        int channels = from.channels();
        byte[] given = from.sharedBytes();
        byte[] cut = new byte[window.pixels() * channels];
        for (int row = 0; row < window.height(); row++) {
            for (int column = 0; column < window.width(); column++) {
                int source = from.size().index(top + row, left + (mirrored ? window.width() - 1 - column : column));
                System.arraycopy(given, source * channels, cut, window.index(row, column) * channels, channels);
            }
        }
        return Image.wrap(window, from.layout(), cut);
    }
}
