package org.vung.image;

/** What the channels of an image mean. Channels are interleaved: all samples of a pixel lie side by side. */
public enum Layout {
    /** One channel of brightness. */
    GREY(1, false),
    /** Brightness and opacity. */
    GREY_ALPHA(2, true),
    /** Red, green, blue. */
    RGB(3, false),
    /** Red, green, blue, opacity; colour is not multiplied by opacity. */
    RGBA(4, true),
    /** Any number of measurements without a colour meaning, such as the bands of a satellite. */
    BANDS(0, false);

    private final int channels;
    private final boolean alpha;

    Layout(int channels, boolean alpha) {
        this.channels = channels;
        this.alpha = alpha;
    }

    /**
     * Whether the last channel is opacity.
     *
     * @return true for {@link #GREY_ALPHA} and {@link #RGBA}
     */
    public boolean hasAlpha() {
        return alpha;
    }

    /**
     * The layout that is usual for so many channels.
     *
     * @param channels at least 1
     * @return grey, grey and alpha, RGB, RGBA, or bands above 4
     */
    public static Layout usual(int channels) {
        return switch (channels) {
            case 1 -> GREY;
            case 2 -> GREY_ALPHA;
            case 3 -> RGB;
            case 4 -> RGBA;
            default -> BANDS;
        };
    }

    boolean fits(int count) {
        return this == BANDS ? count >= 1 : count == channels;
    }
}
