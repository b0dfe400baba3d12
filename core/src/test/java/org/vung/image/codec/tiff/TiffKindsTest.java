package org.vung.image.codec.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.codec.Frame;
import org.vung.image.codec.ImageException;
import org.vung.image.codec.InRows;

/** What samples of every kind become. */
class TiffKindsTest {

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"1, 0b10110000, 255 0 255", "2, 0b11011000, 255 85 170", "3, 0b11100101, 255 36 73"})
    void fewBitsAreStretched(int bits, String packed, String expected) throws ImageException {
        int octet = Integer.parseInt(packed.substring(2), 2);
        Image image = read(TinyTiff.of(1, 3, 1, bits).strip(octet, 0));
        assertThat(image.layout()).isEqualTo(Layout.GREY);
        assertThat(samples(image)).isEqualTo(numbers(expected));
    }

    @Test
    void fourBitsOfColourAreStretched() throws ImageException {
        Image image = read(TinyTiff.of(1, 1, 3, 4).strip(0x0F, 0x80));
        assertThat(samples(image)).containsExactly(0, 255, 136);
    }

    @Test
    void twelveBitsKeepTheirValues() throws ImageException {
        Image image = read(TinyTiff.of(1, 2, 1, 12).strip(0xAB, 0xCD, 0xEF));
        assertThat(image.type()).isEqualTo(SampleType.UINT16);
        assertThat(samples(image)).containsExactly(0xABC, 0xDEF);
    }

    @Test
    void bothByteOrdersAreRead() throws ImageException {
        assertThat(samples(read(TinyTiff.of(1, 1, 1, 16).strip(1, 2)))).containsExactly(0x201);
        assertThat(samples(read(TinyTiff.bigEndian(1, 1, 1, 16).strip(1, 2)))).containsExactly(0x102);
        assertThat(samples(read(TinyTiff.bigTiff(2, 1, 3, 8).strip(1, 2, 3, 4, 5, 6))))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void signedAndLongNumbersBecomeFloats() throws ImageException {
        assertThat(read(TinyTiff.of(1, 2, 1, 8).tag(339, 2).strip(0xFF, 5)).sharedFloats())
                .containsExactly(-1, 5);
        assertThat(read(TinyTiff.of(1, 1, 1, 16).tag(339, 2).strip(0xFE, 0xFF)).sharedFloats())
                .containsExactly(-2);
        assertThat(read(TinyTiff.of(1, 1, 1, 32).strip(0, 0, 0, 0x80)).sharedFloats())
                .containsExactly(0x1p31f);
    }

    @Test
    void floatsOfEveryWidthAreRead() throws ImageException {
        byte[] half = {0x00, 0x3C, 0x00, (byte) 0xC1, 0x01, 0x00, 0x00, 0x7C};
        assertThat(read(TinyTiff.of(1, 4, 1, 16).tag(339, 3).strip(half)).sharedFloats())
                .containsExactly(1, -2.5f, 0x1p-24f, Float.POSITIVE_INFINITY);
        byte[] wide = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(0.1)
                .putDouble(Double.NaN)
                .array();
        assertThat(read(TinyTiff.of(1, 2, 1, 64).tag(339, 3).strip(wide)).sharedFloats())
                .containsExactly(0.1f, Float.NaN);
    }

    @Test
    void whiteIsZeroIsTurnedOver() throws ImageException {
        assertThat(samples(read(TinyTiff.of(1, 2, 1, 8).tag(262, 0).strip(0, 10))))
                .containsExactly(255, 245);
        assertThat(samples(read(TinyTiff.of(1, 1, 1, 16).tag(262, 0).strip(1, 0))))
                .containsExactly(65534);
        assertThat(samples(read(TinyTiff.of(1, 8, 1, 1).tag(262, 0).strip(0x01))))
                .containsExactly(255, 255, 255, 255, 255, 255, 255, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 257})
    void aPaletteMakesColoursWhetherItHas8Or16Bits(int scale) throws ImageException {
        long[] map = {10L * scale, 20L * scale, 30L * scale, 40L * scale, 50L * scale, 60L * scale};
        TinyTiff file = TinyTiff.of(1, 2, 1, 1).tag(262, 3).tag(320, map).strip(0x40);
        assertThat(samples(read(file))).containsExactly(10, 30, 50, 20, 40, 60);
        assertThat(TiffDecoder.labels(source(file.bytes())).sharedLabels()).containsExactly(0, 1);
    }

    @Test
    void opacityIsKeptAndDividedOut() throws ImageException {
        Image plain = read(TinyTiff.of(1, 1, 4, 8).tag(338, 2).strip(10, 20, 30, 128));
        assertThat(plain.layout()).isEqualTo(Layout.RGBA);
        assertThat(samples(plain)).containsExactly(10, 20, 30, 128);
        assertThat(samples(read(TinyTiff.of(1, 1, 4, 8).tag(338, 1).strip(64, 128, 0, 128))))
                .containsExactly(128, 255, 0, 128);
        assertThat(read(TinyTiff.of(1, 1, 2, 8).tag(338, 2).strip(1, 2)).layout())
                .isEqualTo(Layout.GREY_ALPHA);
    }

    @Test
    void otherExtraSamplesMakeBands() throws ImageException {
        Image image = read(TinyTiff.of(1, 1, 5, 8).tag(338, 0, 0).strip(1, 2, 3, 4, 5));
        assertThat(image.layout()).isEqualTo(Layout.BANDS);
        assertThat(samples(image)).containsExactly(1, 2, 3, 4, 5);
        assertThat(read(TinyTiff.of(1, 1, 2, 8).strip(1, 2)).layout()).isEqualTo(Layout.BANDS);
    }

    @Test
    void planesAreJoined() throws ImageException {
        TinyTiff file =
                TinyTiff.of(1, 2, 3, 8).tag(284, 2).strip(1, 2).strip(3, 4).strip(5, 6);
        assertThat(samples(read(file))).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void inksBecomeRgb() throws ImageException {
        assertThat(samples(read(TinyTiff.of(1, 1, 4, 8).tag(262, 5).strip(255, 0, 128, 0))))
                .containsExactly(0, 255, 127);
        assertThat(samples(read(TinyTiff.of(1, 1, 5, 8).tag(262, 5).tag(338, 0).strip(0, 0, 0, 255, 9))))
                .containsExactly(0, 0, 0);
    }

    @Test
    void luminanceAndColourDifferencesBecomeRgb() throws ImageException {
        // Pure red in BT.601 is Y 76, Cb 85, Cr 255.
        Image image = read(TinyTiff.of(1, 1, 3, 8).tag(262, 6).tag(530, 1, 1).strip(76, 85, 255));
        assertThat(samples(image)).containsExactly(254, 0, 0);
    }

    @Test
    void aColourForFourPixelsIsSpread() throws ImageException {
        TinyTiff file = TinyTiff.of(2, 3, 3, 8).tag(262, 6).tag(530, 2, 2);
        file.strip(10, 20, 40, 50, 128, 128, 30, 0, 60, 0, 128, 128);
        assertThat(samples(read(file)))
                .containsExactly(10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40, 50, 50, 50, 60, 60, 60);
    }

    @Test
    void cielabBecomesRgb() throws ImageException {
        // sRGB red is L* 53.2, a* 80.1, b* 67.2.
        int[] signed = samples(read(TinyTiff.of(1, 1, 3, 8).tag(262, 8).strip(136, 80, 67)));
        int[] shifted = samples(read(TinyTiff.of(1, 1, 3, 8).tag(262, 9).strip(136, 208, 195)));
        assertThat(signed).isEqualTo(shifted);
        assertThat(signed[0]).isBetween(253, 255);
        assertThat(signed[1]).isBetween(0, 8);
        assertThat(signed[2]).isBetween(0, 8);
        assertThat(samples(read(TinyTiff.of(1, 1, 3, 8).tag(262, 8).strip(255, 0, 0))))
                .containsExactly(255, 255, 255);
    }

    @Test
    void thePictureIsTurnedUpright() throws ImageException {
        Image image = read(TinyTiff.of(2, 3, 1, 8).tag(274, 6).strip(1, 2, 3, 4, 5, 6));
        assertThat(image.height()).isEqualTo(3);
        assertThat(samples(image)).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(TiffDecoder.labels(source(
                                TinyTiff.of(1, 2, 1, 8).tag(274, 3).strip(1, 2).bytes()))
                        .sharedLabels())
                .containsExactly(2, 1);
    }

    @Test
    void labelsOf32BitsAreExact() throws ImageException {
        TinyTiff file = TinyTiff.of(1, 2, 1, 32).strip(1, 0, 0, 1, 0xFE, 0xFF, 0xFF, 0x7F);
        assertThat(TiffDecoder.labels(source(file.bytes())).sharedLabels()).containsExactly(16777217, 2147483646);
    }

    @Test
    void allPagesAreReadButNotTheirSmallerCopies() throws ImageException {
        byte[] file = TinyTiff.file(
                TinyTiff.of(1, 1, 1, 8).strip(1),
                TinyTiff.of(1, 1, 1, 8).tag(254, 1).strip(2),
                TinyTiff.of(1, 2, 1, 8).tag(254, 2).strip(3, 4));
        List<Frame> pages = TiffDecoder.decode(source(file), 10);
        assertThat(pages).hasSize(2);
        assertThat(samples(pages.get(1).picture())).containsExactly(3, 4);
        assertThat(TiffDecoder.decode(source(file), 1)).hasSize(1);
    }

    @Test
    void tilesAreJoinedAndMissingOnesAreZero() throws ImageException {
        TinyTiff file = TinyTiff.of(3, 3, 1, 8).tiles(2, 2);
        file.strip(1, 2, 4, 5).strip(3, 0, 6, 0).strip(new byte[0]).strip(9, 0, 0, 0);
        assertThat(samples(read(file))).containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 9);
    }

    @Test
    void oldFilesWithoutLengthsAreRead() throws ImageException {
        byte[] file = TinyTiff.of(2, 2, 1, 8)
                .without(278)
                .tag(279, 0)
                .strip(1, 2, 3, 4)
                .bytes();
        assertThat(samples(TiffDecoder.decode(source(file), 1).get(0).picture()))
                .containsExactly(1, 2, 3, 4);
    }

    private static Image read(TinyTiff file) throws ImageException {
        Image picture = TiffDecoder.decode(source(file.bytes()), 1).get(0).picture();
        InRows.assertSame(file.bytes(), picture);
        return picture;
    }

    private static int[] numbers(String text) {
        return Stream.of(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
