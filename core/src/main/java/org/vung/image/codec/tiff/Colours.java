package org.vung.image.codec.tiff;

import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Opacity;
import org.vung.image.codec.tiff.SampleFormat.Kind;

/** What the samples of a page mean: its PhotometricInterpretation and its extra samples. */
final class Colours {

    private static final int COLOUR_MAP = 320;
    private static final int INK_SET = 332;
    private static final int CMYK_INKS = 1;

    private final Page page;
    private final Samples samples;

    private Colours(Page page, Samples samples) {
        this.page = page;
        this.samples = samples;
    }

    /** The page as a picture, not yet upright. */
    static Frame frame(Page page, Samples samples) throws ImageException {
        return new Colours(page, samples).frame();
    }

    private Frame frame() throws ImageException {
        boolean whole = page.sample().kind() == Kind.UNSIGNED && page.sample().bits() <= 16;
        int channels = page.channels();
        return switch (page.photometric()) {
            case Page.WHITE_IS_ZERO, Page.BLACK_IS_ZERO, Page.MASK -> channels == 1 ? grey(whole) : Frame.of(extra(1));
            case Page.RGB -> Frame.of(channels == 3 ? image(Layout.RGB) : extra(3));
            case Page.PALETTE -> palette(whole);
            case Page.CMYK -> {
                boolean inks = channels >= 4 && whole && page.tags().number(INK_SET, CMYK_INKS) == CMYK_INKS;
                yield Frame.of(inks ? new ProcessColours(page).cmyk(samples) : image(Layout.BANDS));
            }
            case Page.YCBCR -> Frame.of(new ProcessColours(known(whole && channels == 3)).ycbcr(samples));
            case Page.LAB, Page.ICC_LAB -> Frame.of(new ProcessColours(known(whole)).lab(samples));
            default ->
                throw page.tags()
                        .source()
                        .bad("colours of kind " + page.photometric() + " (photometric"
                                + " interpretation) are not read; save as grey or RGB");
        };
    }

    private Page known(boolean isKnown) throws ImageException {
        if (!isKnown) {
            throw page.tags()
                    .source()
                    .bad("colours of kind " + page.photometric() + " (photometric interpretation) in " + page.channels()
                            + " channels of " + page.sample().bits() + " bits are not read; save as RGB");
        }
        return page;
    }

    /** Few bits stay as they are, for labels, and are stretched when they are looked at; white may be zero. */
    private Frame grey(boolean whole) {
        boolean inverted = page.photometric() == Page.WHITE_IS_ZERO && whole;
        int white = page.sample().white();
        if (whole && page.sample().bits() <= 8) {
            if (!inverted) {
                return Frame.levels(page.size(), samples.bytes(), white, -1);
            }
            int[] shades = new int[white + 1];
            for (int level = 0; level <= white; level++) {
                shades[level] = 0xFF000000 | stretched(white - level, white) * 0x010101;
            }
            return Frame.greys(page.size(), samples.bytes(), shades);
        }
        if (inverted) {
            short[] values = samples.shorts();
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (white - (values[i] & 0xFFFF));
            }
        }
        return Frame.of(samples.image(Layout.GREY));
    }

    /** Opacity makes a picture; other extra samples make bands of all channels. */
    private Image extra(int colours) throws ImageException {
        if (!page.hasAlpha(colours)) {
            return image(Layout.BANDS);
        }
        Image image = image(colours == 1 ? Layout.GREY_ALPHA : Layout.RGBA);
        return page.premultiplied() ? Opacity.divided(image) : image;
    }

    private Frame palette(boolean whole) throws ImageException {
        known(whole && page.channels() == 1);
        int entries = page.sample().white() + 1;
        long[] map = page.tags().numbers(COLOUR_MAP, 3L * entries);
        if (map.length < 3 * entries) {
            throw page.tags()
                    .source()
                    .bad("the palette needs " + 3 * entries + " values, got " + map.length + "; the file is damaged");
        }
        long brightest = 0;
        for (long value : map) {
            brightest = Math.max(brightest, value);
        }
        int shift = brightest > 255 ? 8 : 0; // some writers give 8 bits where 16 are due
        int[] colours = new int[entries];
        for (int i = 0; i < entries; i++) {
            colours[i] = 0xFF000000
                    | (int) (map[i] >> shift) << 16
                    | (int) (map[entries + i] >> shift) << 8
                    | (int) (map[2 * entries + i] >> shift);
        }
        return new Frame(samples.image(Layout.GREY), colours, false);
    }

    /** The channels as they are, but pictures of fewer than 8 bits are stretched. */
    private Image image(Layout layout) {
        Image image = samples.image(layout);
        int white = page.sample().white();
        if (image.type() == SampleType.UINT8 && white < 255 && layout != Layout.BANDS) {
            byte[] bytes = samples.bytes();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) stretched(bytes[i] & 0xFF, white);
            }
        }
        return image;
    }

    private static int stretched(int level, int white) {
        return (level * 510 + white) / (2 * white);
    }
}
