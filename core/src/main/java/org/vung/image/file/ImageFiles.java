package org.vung.image.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.Size;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Frame;
import org.vung.image.codec.Georeference;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Limits;
import org.vung.image.codec.Source;
import org.vung.image.encode.JpegEncoder;
import org.vung.label.LabelMap;
import org.vung.label.Palette;

/**
 * Reads and writes image files. The kind of a file is decided by its first bytes, never by its name; its header is checked against
 * {@link Limits} before pixels are allocated; every failure is an {@link ImageException}.
 */
public final class ImageFiles {

    private static final Limits UNLIMITED = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 1);

    private ImageFiles() {}

    /**
     * Reads the first picture of a file within {@link Limits#standard()}.
     *
     * @param file PNG, JPEG, WebP, BMP, GIF, PNM or TIFF
     * @return the picture, upright; palettes become RGB or RGBA
     * @throws ImageException if the file cannot be read
     */
    public static Image read(Path file) throws ImageException {
        return read(file, Limits.standard());
    }

    /**
     * Reads the first picture of a file.
     *
     * @param file PNG, JPEG, WebP, BMP, GIF, PNM or TIFF
     * @param limits what is accepted
     * @return the picture, upright; palettes become RGB or RGBA
     * @throws ImageException if the file cannot be read
     */
    public static Image read(Path file, Limits limits) throws ImageException {
        return Decoders.decode(source(file, limits), 1).get(0).picture();
    }

    /**
     * Reads the first picture of a file in memory, such as a download or standard input.
     *
     * @param content the whole file
     * @param name what errors call it
     * @param limits what is accepted
     * @return the picture, upright; palettes become RGB or RGBA
     * @throws ImageException if the bytes cannot be read
     */
    public static Image read(byte[] content, String name, Limits limits) throws ImageException {
        return Decoders.decode(Source.of(content, name, limits), 1).get(0).picture();
    }

    /**
     * Fetches and reads a picture.
     *
     * @param address http or https
     * @param options what the download may cost
     * @param limits what is accepted
     * @return the picture, upright; palettes become RGB or RGBA
     * @throws ImageException if it cannot be fetched or read
     */
    public static Image read(URI address, Download.Options options, Limits limits) throws ImageException {
        return read(Download.fetch(address, options), address.toString(), limits);
    }

    /**
     * Reads every picture of a file: the pages of a TIFF, the composed frames of a GIF, the images of a PNM.
     *
     * @param file PNG, JPEG, WebP, BMP, GIF, PNM or TIFF
     * @param limits what is accepted
     * @return the pictures, at least one
     * @throws ImageException if the file cannot be read, or has more pages than the limits allow
     */
    public static List<Image> readPages(Path file, Limits limits) throws ImageException {
        return Decoders.decode(source(file, limits), limits.pages()).stream()
                .map(Frame::picture)
                .toList();
    }

    /**
     * Reads every picture of a file in memory.
     *
     * @param content the whole file
     * @param name what errors call it
     * @param limits what is accepted
     * @return the pictures, at least one
     * @throws ImageException if the bytes cannot be read, or hold more pages than the limits allow
     */
    public static List<Image> readPages(byte[] content, String name, Limits limits) throws ImageException {
        return Decoders.decode(Source.of(content, name, limits), limits.pages()).stream()
                .map(Frame::picture)
                .toList();
    }

    /**
     * Opens the first picture of a file to read it from the top, some rows at a time, in memory for these rows only. What comes
     * are the rows of the picture that {@link #read(Path, Limits)} gives.
     *
     * @param file PNG or TIFF
     * @param limits what is accepted; of bytes, those of the file
     * @return the rows, which must be closed; empty where the file must be read whole: other formats, interlaced PNG, a picture
     *     to be turned upright, TIFF strips or rows of tiles of more than 256 MiB
     * @throws ImageException if the file cannot be read
     */
    public static Optional<ImageRows> rows(Path file, Limits limits) throws ImageException {
        FileChannel channel = open(file);
        Optional<ImageRows> rows = Optional.empty();
        try {
            rows = Decoders.rows(Source.of(channel, file.toString(), limits))
                    .map(found -> new OpenRows(found, channel));
            return rows;
        } finally {
            if (rows.isEmpty()) {
                close(channel);
            }
        }
    }

    private static FileChannel open(Path file) throws ImageException {
        try {
            return FileChannel.open(file);
        } catch (NoSuchFileException missing) {
            throw missing(file, missing);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException onlyRead) {
            return;
        }
    }

    /** Rows that close their file. */
    private record OpenRows(ImageRows rows, FileChannel channel) implements ImageRows {

        @Override
        public Size size() {
            return rows.size();
        }

        @Override
        public Image next(int most) throws IOException {
            return rows.next(most);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                rows.close();
            }
        }
    }

    /**
     * Reads labels: the indices of a palette file, or the values of a grey one.
     *
     * @param file with a palette, or grey with 8 or 16 bits, in a TIFF with any whole numbers; colours are refused, because they name no label
     * @param limits what is accepted
     * @return a label per pixel as stored
     * @throws ImageException if the file cannot be read or does not hold labels
     */
    public static LabelMap readLabels(Path file, Limits limits) throws ImageException {
        return Decoders.labels(source(file, limits));
    }

    /**
     * What the header of a file tells, without its pixels where the format allows.
     *
     * @param file PNG, JPEG, WebP, BMP, GIF, PNM or TIFF
     * @param limits what is accepted
     * @return upright size, orientation and pages
     * @throws ImageException if the file cannot be read
     */
    public static Facts facts(Path file, Limits limits) throws ImageException {
        return Decoders.facts(source(file, limits));
    }

    /**
     * Where the first picture of a file lies on a map. Its tags alone are read, however large it is.
     *
     * @param file any; TIFF alone has georeferences
     * @return empty where the file has none that is understood
     * @throws ImageException if the file cannot be read
     */
    public static Optional<Georeference> georeference(Path file) throws ImageException {
        FileChannel channel = open(file);
        try {
            return Decoders.georeference(Source.of(channel, file.toString(), UNLIMITED));
        } finally {
            close(channel);
        }
    }

    /**
     * Reads one picture of a file and no other.
     *
     * @param file a TIFF, or for page 0 any format
     * @param page its number, from 0
     * @param limits what is accepted
     * @return the picture, upright; palettes become RGB or RGBA
     * @throws ImageException if the file cannot be read or has no such page
     */
    public static Image readPage(Path file, int page, Limits limits) throws ImageException {
        return Decoders.page(source(file, limits), page).picture();
    }

    /**
     * Reads labels from one page of a file, as {@link #readLabels(Path, Limits)} does from the first.
     *
     * @param file a TIFF, or for page 0 any format
     * @param page its number, from 0
     * @param limits what is accepted
     * @return a label per pixel as stored
     * @throws ImageException if the file cannot be read, does not hold labels or has no such page
     */
    public static LabelMap readLabels(Path file, int page, Limits limits) throws ImageException {
        return Decoders.labels(source(file, limits), page);
    }

    /**
     * Writes a picture in one step: the file stands under its name only when it is whole.
     *
     * @param image samples that the format has: PNG 8 or 16 bits, JPEG 8-bit grey or RGB, TIFF any
     * @param file ends in .png, .jpg, .jpeg, .tif or .tiff
     * @param existing what to do where the name is taken
     * @throws ImageException if the format has no such samples or the file cannot be written
     * @see AtomicFile
     */
    public static void write(Image image, Path file, Existing existing) throws ImageException {
        WriteFormat format = WriteFormat.of(file);
        AtomicFile.write(file, existing, out -> format.write(image, out));
    }

    /**
     * Writes a JPEG of a chosen quality in one step.
     *
     * @param image 8-bit grey or RGB
     * @param quality above 0, at most 1
     * @param file any name
     * @param existing what to do where the name is taken
     * @throws ImageException if JPEG has no such samples or the file cannot be written
     */
    public static void writeJpeg(Image image, double quality, Path file, Existing existing) throws ImageException {
        AtomicFile.write(file, existing, out -> JpegEncoder.write(image, quality, out));
    }

    /**
     * Writes labels in one step, so that a pixel's value is its label: up to 256 labels with a palette, up to 65536 as
     * 16-bit grey, beyond that as 32-bit integers, which only TIFF has.
     *
     * @param labels a label per pixel
     * @param palette colours that viewers show, where there are at most 256 labels
     * @param file ends in .png, .tif or .tiff
     * @param existing what to do where the name is taken
     * @throws ImageException if the format cannot hold so many labels or the file cannot be written
     */
    public static void writeLabels(LabelMap labels, Palette palette, Path file, Existing existing)
            throws ImageException {
        WriteFormat format = WriteFormat.of(file);
        AtomicFile.write(file, existing, out -> format.writeLabels(labels, palette, out));
    }

    /**
     * Writes labels in one step as {@link #writeLabels(LabelMap, Palette, Path, Existing)}, for a number of labels that does
     * not depend on those that occur, such as the number of classes.
     *
     * @param labels a label per pixel
     * @param count of labels that may occur, at least those that do
     * @param palette colours that viewers show, where there are at most 256 labels
     * @param file ends in .png, .tif or .tiff
     * @param existing what to do where the name is taken
     * @throws ImageException if the format cannot hold so many labels or the file cannot be written
     */
    public static void writeLabels(LabelMap labels, int count, Palette palette, Path file, Existing existing)
            throws ImageException {
        WriteFormat format = WriteFormat.of(file);
        AtomicFile.write(file, existing, out -> format.writeLabels(labels, count, palette, out));
    }

    private static Source source(Path file, Limits limits) throws ImageException {
        try (InputStream in = Files.newInputStream(file)) {
            long most = Math.min(limits.fileBytes(), Integer.MAX_VALUE - 16);
            return Source.of(in.readNBytes((int) most + 1), file.toString(), limits);
        } catch (NoSuchFileException missing) {
            throw missing(file, missing);
        } catch (ImageException refused) {
            throw refused;
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static ImageException missing(Path file, IOException cause) {
        return new ImageException(ImageException.Kind.IO, file + ": no such file; check the path", cause);
    }

    private static ImageException unreadable(Path file, IOException cause) {
        return new ImageException(ImageException.Kind.IO, file + ": cannot be read: " + cause.getMessage(), cause);
    }
}
