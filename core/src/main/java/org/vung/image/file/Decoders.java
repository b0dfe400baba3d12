package org.vung.image.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.image.Image;
import org.vung.image.ImageRows;
import org.vung.image.SampleType;
import org.vung.image.codec.Facts;
import org.vung.image.codec.Format;
import org.vung.image.codec.Frame;
import org.vung.image.codec.Georeference;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.Source;
import org.vung.image.codec.bmp.BmpDecoder;
import org.vung.image.codec.gif.GifDecoder;
import org.vung.image.codec.jpeg.JpegDecoder;
import org.vung.image.codec.png.PngDecoder;
import org.vung.image.codec.png.PngRowReader;
import org.vung.image.codec.pnm.PnmDecoder;
import org.vung.image.codec.tiff.TiffDecoder;
import org.vung.image.codec.tiff.TiffRowReader;
import org.vung.image.codec.webp.WebpDecoder;
import org.vung.label.LabelMap;

/** Which decoder reads which format, and the promise that nothing but {@link ImageException} comes out. */
final class Decoders {

    private Decoders() {}

    /** Reads at most so many pictures. */
    static List<Frame> decode(Source source, int pages) throws ImageException {
        Format format = format(source);
        return guarded(format, source, () -> decode(format, source, pages));
    }

    /** Opens a file that is read band after band; empty where its pixels do not come in this order. */
    static Optional<ImageRows> rows(Source source) throws ImageException {
        Source.Window head = source.bytes(0, (int) Math.min(Format.HEAD, source.length()));
        Format format = Format.of(head.bytes()).orElse(null);
        if (format != Format.PNG && format != Format.TIFF) {
            return Optional.empty();
        }
        return guarded(
                        format,
                        source,
                        () -> format == Format.PNG ? PngRowReader.open(source) : TiffRowReader.open(source))
                .map(rows -> rows.through(most -> guarded(format, source, () -> next(rows, most, source))));
    }

    private static Image next(ImageRows rows, int most, Source source) throws ImageException {
        try {
            return rows.next(most);
        } catch (ImageException worded) {
            throw worded;
        } catch (IOException failed) {
            throw source.bad("cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Reads labels: palette indices or whole numbers as they are stored. */
    static LabelMap labels(Source source) throws ImageException {
        Format format = format(source);
        if (format == Format.TIFF) {
            return guarded(format, source, () -> TiffDecoder.labels(source));
        }
        Image labels = decode(source, 1).get(0).samples();
        if (labels.channels() != 1 || labels.type() == SampleType.FLOAT32) {
            throw source.bad("labels must be palette indices or 8 or 16-bit grey values, got "
                    + labels.layout().toString().toLowerCase(Locale.ROOT)
                    + "; save the mask with a palette or as grey");
        }
        int[] values = new int[labels.size().pixels()];
        for (int pixel = 0; pixel < values.length; pixel++) {
            values[pixel] = labels.type() == SampleType.UINT8
                    ? labels.sharedBytes()[pixel] & 0xFF
                    : labels.sharedShorts()[pixel] & 0xFFFF;
        }
        return LabelMap.wrap(labels.size(), values);
    }

    /** What the header tells; formats without one that tells it all are decoded. */
    static Facts facts(Source source) throws ImageException {
        Format format = format(source);
        return guarded(format, source, () -> switch (format) {
            case PNG -> PngDecoder.facts(source);
            case JPEG -> JpegDecoder.facts(source);
            case TIFF -> TiffDecoder.facts(source);
            case WEBP -> WebpDecoder.facts(source);
            case BMP, GIF, PNM ->
                Facts.of(decode(format, source, 1).get(0).samples().size(), 1, 1);
        });
    }

    /** Where the first picture lies on a map. */
    static Optional<Georeference> georeference(Source source) throws ImageException {
        Source.Window head = source.bytes(0, (int) Math.min(Format.HEAD, source.length()));
        return Format.of(head.bytes()).orElse(null) == Format.TIFF
                ? guarded(Format.TIFF, source, () -> TiffDecoder.georeference(source))
                : Optional.empty();
    }

    /** Decodes one page of a TIFF; of other formats there is only the first. */
    static Frame page(Source source, int number) throws ImageException {
        Format format = format(source);
        if (format == Format.TIFF) {
            return guarded(format, source, () -> TiffDecoder.page(source, number));
        }
        checkOnly(source, number);
        return decode(source, 1).get(0);
    }

    private static void checkOnly(Source source, int number) throws ImageException {
        if (number > 0) {
            throw source.bad("the file has 1 page, page " + (number + 1) + " was wanted");
        }
    }

    /** Reads one page of a TIFF as labels; of other formats there is only the first. */
    static LabelMap labels(Source source, int number) throws ImageException {
        Format format = format(source);
        if (format == Format.TIFF) {
            return guarded(format, source, () -> TiffDecoder.labels(source, number));
        }
        checkOnly(source, number);
        return labels(source);
    }

    /** Something that a decoder does. */
    @FunctionalInterface
    private interface Decoding<T> {
        T decode() throws ImageException;
    }

    private static Format format(Source source) throws ImageException {
        return Format.of(source.sharedContent())
                .orElseThrow(() -> source.bad(
                        "the bytes are no PNG, JPEG, WebP, BMP, GIF, PNM or TIFF; convert the file to one of them"));
    }

    private static <T> T guarded(Format format, Source source, Decoding<T> decoding) throws ImageException {
        try {
            return decoding.decode();
        } catch (RuntimeException missed) {
            throw source.bad(format + " cannot be decoded (" + missed + "); the file is damaged", missed);
        } catch (OutOfMemoryError full) {
            throw new ImageException(
                    ImageException.Kind.LIMIT,
                    source + ": the pixels do not fit into the Java heap of "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB; raise it with -Xmx",
                    full);
        }
    }

    private static List<Frame> decode(Format format, Source source, int pages) throws ImageException {
        return switch (format) {
            case PNG -> PngDecoder.decode(source);
            case JPEG -> JpegDecoder.decode(source);
            case WEBP -> WebpDecoder.decode(source);
            case BMP -> BmpDecoder.decode(source);
            case GIF -> GifDecoder.decode(source, pages);
            case PNM -> PnmDecoder.decode(source, pages);
            case TIFF -> TiffDecoder.decode(source, pages);
        };
    }
}
