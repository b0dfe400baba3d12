package org.vung.image.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.encode.JpegEncoder;
import org.vung.image.encode.PngEncoder;
import org.vung.image.encode.TiffEncoder;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

/** The formats that are written, each onto a stream. */
public enum WriteFormat {
    /** Portable Network Graphics: 8 or 16 bits, exact. */
    PNG,
    /** JPEG: small, not exact, so never for labels. */
    JPEG,
    /** TIFF: any samples, exact. */
    TIFF;

    /** The most labels that are written with a palette. */
    public static final int PALETTE_LABELS = 256;

    private static final int GREY_LABELS = 65536;

    /**
     * The format that a name asks for by its ending.
     *
     * @param file ends in .png, .jpg, .jpeg, .tif or .tiff, in any case
     * @return the format
     * @throws ImageException if it ends otherwise
     */
    public static WriteFormat of(Path file) throws ImageException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(Math.max(0, name.lastIndexOf('.')))) {
            case ".png" -> PNG;
            case ".jpg", ".jpeg" -> JPEG;
            case ".tif", ".tiff" -> TIFF;
            default ->
                throw new ImageException(
                        Kind.BAD_INPUT, "file name must end in .png, .jpg, .jpeg, .tif or .tiff, got " + file);
        };
    }

    /**
     * Writes a picture.
     *
     * @param image samples that the format has: PNG 8 or 16 bits without {@link Layout#BANDS}, JPEG 8-bit grey or RGB at
     *     quality 0.9, TIFF any
     * @param out stays open
     * @throws IOException if the format has no such samples or the stream fails
     */
    public void write(Image image, OutputStream out) throws IOException {
        switch (this) {
            case PNG -> PngEncoder.write(image, out);
            case JPEG -> JpegEncoder.write(image, JpegEncoder.USUAL_QUALITY, out);
            case TIFF -> TiffEncoder.write(image, out);
        }
    }

    /**
     * Writes labels so that a pixel's value is its label: up to 256 labels with a palette, up to 65536 as 16-bit grey,
     * beyond that as 32-bit integers, which only TIFF has.
     *
     * @param labels a label per pixel
     * @param palette colours that viewers show, where there are at most 256 labels
     * @param out stays open
     * @throws IOException if the format cannot hold so many labels or the stream fails
     */
    public void writeLabels(LabelMap labels, Palette palette, OutputStream out) throws IOException {
        writeLabels(labels, labels.count(), palette, out);
    }

    /**
     * Writes labels as {@link #writeLabels(LabelMap, Palette, OutputStream)}, for a number of labels that does not depend on
     * those that occur, such as the number of classes.
     *
     * @param labels a label per pixel
     * @param count of labels that may occur, at least those that do
     * @param palette colours that viewers show, where there are at most 256 labels
     * @param out stays open
     * @throws IOException if the format cannot hold so many labels or the stream fails
     */
    public void writeLabels(LabelMap labels, int count, Palette palette, OutputStream out) throws IOException {
        if (this == JPEG) {
            throw new ImageException(Kind.BAD_INPUT, "labels must be exact, which JPEG is not; write a .png or .tif");
        }
        if (count < labels.count()) {
            throw new IllegalArgumentException("count must be at least " + labels.count() + ", got " + count);
        }
        if (count <= PALETTE_LABELS) {
            int[] colours = new int[count];
            for (int label = 0; label < colours.length; label++) {
                colours[label] = palette.rgb(label);
            }
            if (this == PNG) {
                PngEncoder.writeIndexed(labels.size(), bytes(labels), colours, out);
            } else {
                TiffEncoder.writeIndexed(labels.size(), bytes(labels), colours, out);
            }
        } else if (count <= GREY_LABELS) {
            write(grey(labels, count), out);
        } else if (this == TIFF) {
            TiffEncoder.writeIntegers(labels.size(), labels.sharedLabels(), out);
        } else {
            throw new ImageException(
                    Kind.BAD_INPUT, "PNG labels must be at most 65535, got " + (count - 1) + "; write a .tif instead");
        }
    }

    /**
     * Labels as a grey picture.
     *
     * @param labels a label per pixel
     * @param count of labels that may occur, at most 65536
     * @return 8 bits a pixel for at most {@link #PALETTE_LABELS}, else 16
     */
    public static Image grey(LabelMap labels, int count) {
        return count <= PALETTE_LABELS
                ? Image.wrap(labels.size(), Layout.GREY, bytes(labels))
                : Image.wrap(labels.size(), Layout.GREY, shorts(labels));
    }

    private static byte[] bytes(LabelMap labels) {
        int[] values = labels.sharedLabels();
        byte[] bytes = new byte[values.length];
        for (int pixel = 0; pixel < values.length; pixel++) {
            bytes[pixel] = (byte) values[pixel];
        }
        return bytes;
    }

    private static short[] shorts(LabelMap labels) {
        int[] values = labels.sharedLabels();
        short[] shorts = new short[values.length];
        for (int pixel = 0; pixel < values.length; pixel++) {
            shorts[pixel] = (short) values[pixel];
        }
        return shorts;
    }
}
