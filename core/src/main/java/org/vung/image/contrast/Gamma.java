package org.vung.image.contrast;

import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;

/**
 * Gamma correction of 8 bits: 255 · (grey / 255)<sup>1 / gamma</sup>, rounded down.
 *
 * @param gamma above 1 brightens, below 1 darkens; 0.01 … 100
 */
public record Gamma(double gamma) implements Contrast {

    /** What rounding may take from a whole number, so that gamma 1 changes nothing. */
    private static final double SLACK = 1e-6;

    /** Checks the exponent. */
    public Gamma {
        if (!(gamma >= 0.01 && gamma <= 100)) {
            throw new IllegalArgumentException("gamma must be 0.01 … 100, got " + gamma);
        }
    }

    @Override
    public Image of(Image image) {
        byte[] grey = Grey.STANDARD.of(image).to8Bit().sharedBytes();
        byte[] table = table();
        byte[] corrected = new byte[grey.length];
        for (int pixel = 0; pixel < grey.length; pixel++) {
            corrected[pixel] = table[grey[pixel] & 0xFF];
        }
        return Image.wrap(image.size(), Layout.GREY, corrected);
    }

    private byte[] table() {
        byte[] table = new byte[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = (byte) (255 * StrictMath.pow(value / 255.0, 1 / gamma) + SLACK);
        }
        return table;
    }

    @Override
    public String text() {
        return "gamma=" + gamma;
    }
}
