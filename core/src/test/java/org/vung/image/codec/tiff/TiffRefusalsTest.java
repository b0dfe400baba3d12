package org.vung.image.codec.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vung.image.codec.Decoded.source;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.ImageException.Kind;
import org.vung.image.codec.Limits;
import org.vung.image.codec.Source;

/** Headers that lie, files that end early, kinds that are not read. */
class TiffRefusalsTest {

    private static final Map<String, TinyTiff> FILES = Map.ofEntries(
            Map.entry("no width", page().without(256)),
            Map.entry("pixels beyond the data", page().tag(257, 1000).tag(278, 1000)),
            Map.entry("pixels beyond the limit", page().tag(256, 1 << 20).tag(257, 1 << 20)),
            Map.entry("offset beyond the end", page().tag(273, 1 << 20)),
            Map.entry("too few strips", page().tag(278, 1)),
            Map.entry("samples of different bits", page().tag(277, 2).tag(258, 8, 16)),
            Map.entry("many channels", page().tag(277, 65536)),
            Map.entry("complex samples", page().tag(339, 5)),
            Map.entry("samples of 48 bits", page().tag(258, 48)),
            Map.entry("planes", page().tag(284, 3)),
            Map.entry("tiles of nothing", page().tiles(0, 16).tag(324, 8)),
            Map.entry("tiles of everything", page().tiles(1 << 24, 16).tag(324, 8)),
            Map.entry("old-style JPEG", page().tag(259, 6)),
            Map.entry("LogLuv", page().tag(259, 34676)),
            Map.entry("grey fax", page().tag(259, 4)),
            Map.entry("LZW of nothing", page().tag(259, 5)),
            Map.entry("Deflate of nothing", page().tag(259, 8)),
            Map.entry("JPEG of nothing", page().tag(259, 7)),
            Map.entry("predictor", page().tag(259, 5).tag(317, 9)),
            Map.entry("a short palette", page().tag(262, 3).tag(320, 1, 2, 3)),
            Map.entry("raw sensor data", page().tag(262, 32803)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no width | there must be at least 1x1",
                "pixels beyond the data | declares more pixels than",
                "offset beyond the end | strip 1 of 1 begins at byte 1048576 of",
                "too few strips | the page needs 2 strips or tiles, 1 are listed",
                "samples of different bits | save all channels alike",
                "many channels | samples per pixel must be 1 … 65535, got 65536",
                "complex samples | sample format 5 is not read; save real numbers",
                "samples of 48 bits | unsigned samples of 48 bits are not read; save 8, 16 or 32 bits",
                "planes | planar configuration must be 1 or 2, got 3",
                "tiles of nothing | tiles must be 1x1 … 1048576x1048576, got 0x16",
                "tiles of everything | tiles must be 1x1 … 1048576x1048576, got 16777216x16",
                "old-style JPEG | compression old-style JPEG is not read; save with Deflate or LZW",
                "LogLuv | compression number 34676 is not read",
                "grey fax | compression fax of grey is not read",
                "LZW of nothing | strip 1 of 1",
                "Deflate of nothing | strip 1 of 1 is no Deflate stream",
                "JPEG of nothing | strip 1 of 1 is no JPEG stream",
                "predictor | predictor 9 of samples of 8 bits is not read; save without predictor",
                "a short palette | the palette needs 768 values, got 3",
                "raw sensor data | colours of kind 32803",
            })
    void areRefusedInWords(String name, String words) {
        assertThatThrownBy(() -> TiffDecoder.decode(source(file(name)), 1))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(words)
                .hasFieldOrPropertyWithValue("kind", Kind.BAD_INPUT);
    }

    @Test
    void limitsAreCheckedOnTheHeader() {
        byte[] huge = file("pixels beyond the limit");
        assertThatThrownBy(() -> TiffDecoder.decode(source(huge), 1))
                .hasMessageContaining("1048576x1048576 pixels, the limit is")
                .hasFieldOrPropertyWithValue("kind", Kind.LIMIT);
    }

    @Test
    void pagesAreCounted() {
        byte[] file = TinyTiff.file(page(), page(), page());
        assertThatThrownBy(() -> TiffDecoder.decode(source(file), 2))
                .hasMessageContaining("the file has more than 2 pages")
                .hasFieldOrPropertyWithValue("kind", Kind.LIMIT);
        assertThatThrownBy(() -> TiffDecoder.decode(Source.of(file, "test", new Limits(99, 20, 9999, 9)), 9))
                .hasMessageContaining("the 3 pages would take 48 bytes, the limit is 20 bytes")
                .hasFieldOrPropertyWithValue("kind", Kind.LIMIT);
    }

    @Test
    void aChainOfPagesThatBitesItsTailIsRefused() throws ImageException {
        byte[] file = TinyTiff.file(page(), page());
        System.arraycopy(file, 4, file, file.length - 4, 4);
        assertThat(TiffDecoder.decode(source(file), 1)).hasSize(1);
        assertThatThrownBy(() -> TiffDecoder.decode(source(file), 9))
                .hasMessageContaining("page 3 leads back to an earlier one");
    }

    @Test
    void labelsMustBeWholeNumbersInOneChannel() {
        assertLabelsRefused(TinyTiff.of(1, 1, 1, 16).tag(339, 2).strip(255, 255), "got -1 in row 0, column 0");
        assertLabelsRefused(TinyTiff.of(1, 1, 1, 32).tag(339, 3).strip(0, 0, 0, 0), "1 channels of FLOAT");
        assertLabelsRefused(TinyTiff.of(1, 1, 3, 8).strip(0, 0, 0), "3 channels of UNSIGNED");
    }

    @Test
    void everyPieceOfAFileIsRefusedOrReadWithinReason() {
        byte[] file = TinyTiff.of(3, 3, 1, 8)
                .tiles(2, 2)
                .strip(1, 2, 3, 4)
                .strip(1, 2, 3, 4)
                .strip(1, 2, 3, 4)
                .strip(1, 2, 3, 4)
                .bytes();
        for (int length = 8; length < file.length - 4; length++) {
            byte[] piece = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> TiffDecoder.decode(source(piece), 1)).isInstanceOf(ImageException.class);
        }
    }

    private static byte[] file(String name) {
        return Objects.requireNonNull(FILES.get(name), name).bytes();
    }

    private static void assertLabelsRefused(TinyTiff file, String words) {
        assertThatThrownBy(() -> TiffDecoder.labels(source(file.bytes())))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(words);
    }

    private static TinyTiff page() {
        return TinyTiff.of(2, 2, 1, 8).strip(1, 2, 3, 4);
    }
}
