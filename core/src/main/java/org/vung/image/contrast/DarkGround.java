package org.vung.image.contrast;

import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;

/**
 * Turns light into dark where an image is mostly light: 255 − grey of 8 bits if more than half of the pixels are above 127, else the
 * grey as it is. What covers less than half of an image is then lighter than its ground, be it a cell under fluorescence or in bright
 * field, if {@link Stretch} has laid the greys between 0 and 255 before.
 */
public record DarkGround() implements Contrast {

    private static final int LIGHT = 128;

    @Override
    public Image of(Image image) {
        byte[] grey = Grey.STANDARD.of(image).to8Bit().sharedBytes().clone();
        int light = 0;
        for (byte value : grey) {
            light += (value & 0xFF) >= LIGHT ? 1 : 0;
        }
        if (light > grey.length / 2) {
            for (int pixel = 0; pixel < grey.length; pixel++) {
                grey[pixel] = (byte) ~grey[pixel];
            }
        }
        return Image.wrap(image.size(), Layout.GREY, grey);
    }

    @Override
    public String text() {
        return "dark-ground";
    }
}
