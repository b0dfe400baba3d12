package org.vung.image.codec.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vung.image.Layout;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Frame;
import org.vung.image.codec.Georeference;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;
import org.vung.image.codec.tiff.geo.GeoTags;
import org.vung.label.LabelMap;

/**
 * TIFF and BigTIFF: strips and tiles, channels side by side or apart, 1 … 32-bit unsigned, 8 … 64-bit signed and 16, 32 and
 * 64-bit float samples; uncompressed, LZW, Deflate, PackBits, fax (Group 3 and 4) and JPEG; both byte orders.
 *
 * <p>What samples become: up to 8 bits, {@code UINT8} (pictures of fewer bits are stretched to 0 … 255); 9 … 16 bits
 * unsigned, {@code UINT16} with the values of the file; everything else {@code FLOAT32} with the values of the file, where
 * whole numbers beyond 2²⁴ are rounded. Grey, RGB, palette, CMYK, YCbCr and CIELAB pages are pictures; everything of other
 * channels is {@link Layout#BANDS}. ICC profiles are ignored.
 */
public final class TiffDecoder {

    private static final int SUBFILE = 254;
    private static final int SMALLER_COPY = 1;
    private static final int TRANSPARENCY = 4;

    private TiffDecoder() {}

    /**
     * Decodes a file.
     *
     * @param source the file
     * @param most pages wanted; with 1 the first page is decoded and no other looked at
     * @return the pages in their order, upright; smaller copies and masks of another page are left out
     * @throws ImageException if it is damaged, not supported, or has more than {@code most} pages, where that is not 1
     */
    public static List<Frame> decode(Source source, int most) throws ImageException {
        List<Page> pages = pages(source, most);
        long bytes = 0;
        for (Page page : pages) {
            bytes += page.bytes();
        }
        if (bytes > source.limits().bytes()) {
            throw source.beyond(
                    "the " + pages.size() + " pages would take " + bytes + " bytes",
                    source.limits().bytes() + " bytes");
        }
        List<Frame> frames = new ArrayList<>();
        for (Page page : pages) {
            frames.add(frame(page));
        }
        return frames;
    }

    private static List<Page> pages(Source source, int most) throws ImageException {
        List<Page> pages = new ArrayList<>();
        for (Directory tags : Directory.chain(source, most == 1 ? 1 : most + 1)) {
            if (pages.isEmpty() || (tags.number(SUBFILE, 0) & (SMALLER_COPY | TRANSPARENCY)) == 0) {
                pages.add(Page.of(tags));
            }
        }
        if (pages.size() > most) {
            throw source.beyond("the file has more than " + most + " pages", most + " pages");
        }
        return pages;
    }

    private static Frame frame(Page page) throws ImageException {
        return Colours.frame(page, Tiles.fill(page, Samples::new)).upright(page.orientation());
    }

    /**
     * What the headers tell.
     *
     * @param source the file
     * @return size and orientation of the first page, and how many pages there are
     * @throws ImageException if it is damaged, not supported, or has more pages than the limits allow
     */
    public static Facts facts(Source source) throws ImageException {
        List<Page> pages = pages(source, source.limits().pages());
        return Facts.of(pages.get(0).size(), pages.get(0).orientation(), pages.size());
    }

    /**
     * Where the first page lies on a map.
     *
     * @param source the file
     * @return empty where the page has no georeference that is understood, or is not stored upright
     * @throws ImageException if its tags are damaged
     */
    public static Optional<Georeference> georeference(Source source) throws ImageException {
        Directory tags = Directory.chain(source, 1).get(0);
        return tags.number(Page.ORIENTATION, 1) == 1 ? GeoTags.read(tags) : Optional.empty();
    }

    /**
     * Decodes one page and no other.
     *
     * @param source the file
     * @param number of the page, from 0
     * @return the page, upright
     * @throws ImageException if it is damaged, not supported, or there is no such page
     */
    public static Frame page(Source source, int number) throws ImageException {
        return frame(numbered(source, number));
    }

    private static Page numbered(Source source, int number) throws ImageException {
        List<Page> pages = pages(source, source.limits().pages());
        if (number >= pages.size()) {
            throw source.bad("the file has " + pages.size() + " pages, page " + (number + 1) + " was wanted");
        }
        return pages.get(number);
    }

    /**
     * Decodes the first page as labels: whole numbers of any width, exactly as they are stored, palette indices too.
     *
     * @param source the file
     * @return a label per pixel, upright
     * @throws ImageException if it is damaged, not supported or holds no labels
     */
    public static LabelMap labels(Source source) throws ImageException {
        return labels(source, Page.of(Directory.chain(source, 1).get(0)));
    }

    /**
     * Decodes one page as labels, as {@link #labels(Source)} does the first.
     *
     * @param source the file
     * @param number of the page, from 0
     * @return a label per pixel, upright
     * @throws ImageException if it is damaged, not supported, holds no labels or has no such page
     */
    public static LabelMap labels(Source source, int number) throws ImageException {
        return labels(source, numbered(source, number));
    }

    private static LabelMap labels(Source source, Page page) throws ImageException {
        if (page.channels() != 1 || page.sample().kind() == SampleFormat.Kind.FLOAT) {
            throw source.bad("labels must be palette indices or whole numbers in one channel, got " + page.channels()
                    + " channels of " + page.sample().kind() + "; save the mask with a palette or as grey");
        }
        return Tiles.fill(page, Integers::new).upright(page.orientation());
    }
}
