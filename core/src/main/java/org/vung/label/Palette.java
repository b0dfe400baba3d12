package org.vung.label;

/** A colour per label. */
public final class Palette {

    /** The share of a full turn after which hues spread most evenly, however many there are: (3 − √5) / 2. */
    private static final double GOLDEN_ANGLE = 0.3819660112501051;

    private final int[] colours;

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /**
     * The colours of PASCAL VOC: label 0 black, then the label's bits spread over the high bits of red, green and blue,
     * so that neighbouring labels look far apart.
     *
     * @return a palette of 256 colours, repeated beyond
     */
    public static Palette voc() {
        int[] colours = new int[256];
        for (int label = 0; label < 256; label++) {
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int bit = 0, rest = label; bit < 8; bit++, rest >>= 3) {
                red |= (rest & 1) << (7 - bit);
                green |= (rest >> 1 & 1) << (7 - bit);
                blue |= (rest >> 2 & 1) << (7 - bit);
            }
            colours[label] = red << 16 | green << 8 | blue;
        }
        return new Palette(colours);
    }

    /**
     * Colours that stay apart for most eyes, colour-blind ones included: the eight of Okabe and Ito ("Color universal
     * design", 2008), then hues that turn by the golden angle while lightness steps through three levels, so that
     * regions numbered side by side differ in both.
     *
     * @return a palette of 256 colours, none of them black, repeated beyond
     */
    public static Palette distinct() {
        int[] colours = new int[256];
        int[] first = {0x0072B2, 0xF0E442, 0x009E73, 0xD55E00, 0x56B4E9, 0xCC79A7, 0xE69F00, 0x999999};
        System.arraycopy(first, 0, colours, 0, first.length);
        double[] lightness = {0.45, 0.68, 0.56};
        for (int label = first.length; label < colours.length; label++) {
            double hue = label * GOLDEN_ANGLE;
            colours[label] = hue(hue - Math.floor(hue), lightness[label % 3]);
        }
        return new Palette(colours);
    }

    /** The colour of a hue 0 … 1 at a lightness 0 … 1 and a saturation of 0.75, as in HSL. */
    private static int hue(double hue, double lightness) {
        double chroma = 0.75 * (1 - Math.abs(2 * lightness - 1));
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double place = (hue * 12 + 4 * ((3 - channel) % 3)) % 12;
            double wave = Math.max(-1, Math.min(1, Math.min(Math.abs(place - 6) - 3, 1)));
            rgb = rgb << 8 | (int) Math.round(255 * (lightness + chroma / 2 * wave));
        }
        return rgb;
    }

    /**
     * A palette of one's own.
     *
     * @param rgb colours 0xRRGGBB in the order of the labels, at least one; copied
     * @return the palette, repeated beyond its end
     */
    public static Palette of(int... rgb) {
        if (rgb.length == 0) {
            throw new IllegalArgumentException("palette must have at least 1 colour, got 0");
        }
        return new Palette(rgb.clone());
    }

    /**
     * The colour of a label.
     *
     * @param label at least 0
     * @return 0xRRGGBB
     */
    public int rgb(int label) {
        return colours[label % colours.length];
    }
}
