package org.vung.cli.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.image.Bands;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.codec.Limits;
import picocli.CommandLine.Option;

/** Options of every command that reads images. */
public final class Reading {

    private static final int MOST_PAGES = Limits.standard().pages();

    @Option(
            names = "--page",
            paramLabel = "N|all",
            description = "Page of a file with many, counted from 1, or all of them. Default: 1.")
    private String page = "1";

    @Option(
            names = "--bands",
            paramLabel = "N,N…",
            split = ",",
            hideParamSyntax = true,
            description = "Channels to work on, counted from 1. Default: all.")
    private int @Nullable [] bands;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description = {
                "Refuse larger images; k and M stand for thousand and million. Default: 268M; any size where a",
                "network takes a PNG or TIFF row by row."
            })
    private @Nullable String maxPixels;

    /** Options at their defaults. */
    public Reading() {}

    /** A page and its number from 1. */
    public record Page(int number, Image image) {}

    /**
     * Whether several pages of one file may be read, so that their outputs need numbers.
     *
     * @return true for {@code --page all}
     */
    public boolean allPages() {
        return page.equals("all");
    }

    /**
     * Checks what was typed.
     *
     * @throws IllegalArgumentException if an option holds no number it can be
     */
    public void check() {
        if (!allPages()) {
            number("--page", page, MOST_PAGES);
        }
        limits();
        for (int band : bands == null ? new int[0] : bands) {
            if (band < 1) {
                throw new IllegalArgumentException("--bands must count from 1, got " + band);
            }
        }
    }

    /**
     * Reads the wanted pages of an input, cut down to the wanted bands.
     *
     * @param input what to read
     * @return at least one page
     * @throws ImageException if it cannot be read, is too large or has no such page
     */
    public List<Page> read(Input input) throws ImageException {
        List<Image> images = input.source().pages(limits());
        int from = allPages() ? 1 : (int) number("--page", page, MOST_PAGES);
        if (from > images.size()) {
            throw new ImageException(
                    Kind.BAD_INPUT, input.name() + ": --page must be 1 … " + images.size() + ", got " + from);
        }
        List<Page> pages = new ArrayList<>();
        for (int number = from; number <= (allPages() ? images.size() : from); number++) {
            pages.add(new Page(number, chosen(images.get(number - 1))));
        }
        return pages;
    }

    /**
     * Opens an input to read it row by row, cut down to the wanted bands, if only its first page is wanted.
     *
     * @param input what to read
     * @param least pixels from which on it is wanted in this way
     * @return the rows, which must be closed; empty where it is smaller, must be read whole or other pages are wanted
     * @throws ImageException if it cannot be read or is too large
     */
    public Optional<ImageRows> rows(Input input, long least) throws ImageException {
        if (!page.equals("1")) {
            return Optional.empty();
        }
        Limits limits = limits();
        long pixels = maxPixels == null ? Integer.MAX_VALUE : limits.pixels();
        Limits ofRows = new Limits(pixels, limits.bytes(), Long.MAX_VALUE, 1);
        Optional<ImageRows> rows = input.source().rows(ofRows);
        if (rows.isPresent() && rows.get().size().pixels() < least) {
            close(rows.get());
            return Optional.empty();
        }
        return rows.map(found -> bands == null ? found : found.through(most -> chosen(found.next(most))));
    }

    private static void close(ImageRows rows) {
        try {
            rows.close();
        } catch (IOException onlyRead) {
            return;
        }
    }

    private Image chosen(Image image) {
        if (bands == null) {
            return image;
        }
        int[] fromZero = new int[bands.length];
        for (int at = 0; at < bands.length; at++) {
            if (bands[at] > image.channels()) {
                throw new IllegalArgumentException("--bands must be 1 … " + image.channels() + ", got " + bands[at]);
            }
            fromZero[at] = bands[at] - 1;
        }
        return Bands.select(image, fromZero);
    }

    private Limits limits() {
        Limits usual = Limits.standard();
        int pages = page.equals("1") ? 1 : MOST_PAGES; // a reader that may stop after the first page does
        if (maxPixels == null) {
            return new Limits(usual.pixels(), usual.bytes(), usual.fileBytes(), pages);
        }
        long pixels = pixels("--max-pixels", maxPixels);
        return new Limits(pixels, Math.max(usual.bytes(), pixels * 16), usual.fileBytes(), pages);
    }

    /**
     * A number of pixels.
     *
     * @param option that holds it
     * @param typed digits, with k or M for thousand and million
     * @return 1 … 2³¹ − 1
     * @throws IllegalArgumentException if it is no such number
     */
    public static long pixels(String option, String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        int zeros = text.endsWith("m") ? 1_000_000 : text.endsWith("k") ? 1_000 : 1;
        String digits = zeros > 1 ? text.substring(0, text.length() - 1) : text;
        return number(option, digits, Integer.MAX_VALUE / zeros) * zeros;
    }

    private static long number(String option, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(option + " must be 1 … " + most + ", got '" + text + "'", noNumber);
        }
        throw new IllegalArgumentException(option + " must be 1 … " + most + ", got " + text);
    }
}
