package org.vung.image.codec.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vung.image.codec.Decoded.samples;
import static org.vung.image.codec.Decoded.source;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.codec.ImageException;

/** Files written by libwebp 1.2.4: 4 rows of 3 pixels (200, 30, 40) and 3 pixels (20, 60, 210). */
class WebpDecoderTest {

    private static final String LOSSLESS = "UklGRiIAAABXRUJQVlA4TBYAAAAvBcAAAA9wHvFT0N5Kev6DBz2I6H8A";
    private static final String LOSSLESS_ALPHA = "UklGRiIAAABXRUJQVlA4TBYAAAAvBcAAEA9wHvFT0N5KepqCBz2I6H8A";
    private static final String LOSSY = "UklGRlYAAABXRUJQVlA4IEoAAAAwAwCdASoGAAQAAMASJagCdLoBQAPwArQD+AZQACzay8xAAP79"
            + "dNDBMwv/dADMqt/9tA/+w+zg5X/bQP5IX2jR/z0ZpImLd9vgAA==";
    private static final String LOSSY_ALPHA = "UklGRnoAAABXRUJQVlA4WAoAAAAQAAAABQAAAwAAQUxQSAoAAAABB9CmiAhERP8DVlA4IEoA"
            + "AAAwAwCdASoGAAQAAMASJagCdLoBQAPwArQD+AZQACzay8xAAP79dNDBMwv/dADMqt/9tA/+w+zg5X/bQP5IX2jR/z0ZpImLd9vgAA==";
    private static final String ANIMATED =
            "UklGRpAAAABXRUJQVlA4WAoAAAACAAAABQAAAwAAQU5JTQYAAAAAAAAAAABBTk1GLgAAAAAAAAAA"
                    + "AAUAAAMAAGQAAAJWUDhMFgAAAC8FwAAAD3Ae8VPQ3kp6/oMHPYjofwBBTk1GLgAAAAAAAAAAAAUAAAMAAGQAAABWUDhMFgAAAC8FwAAAD/Bw"
                    + "8d/Q3up6/oMHxYnofwA=";
    private static final String TURNED = "UklGRlYAAABXRUJQVlA4WAoAAAAIAAAABQAAAwAAVlA4TBYAAAAvBcAAAA9wHvFT0N5Kev6DBz2I"
            + "6H8ARVhJRhoAAABNTQAqAAAACAABARIAAwAAAAEABgAAAAAAAA==";

    @Test
    void losslessPixelsAreExact() throws ImageException {
        Image image = decode(LOSSLESS);

        assertThat(image.toString()).isEqualTo("4x6 RGB UINT8");
        assertThat(samples(image)).startsWith(200, 30, 40, 200, 30, 40, 200, 30, 40, 20, 60, 210);
    }

    @Test
    void losslessOpacity() throws ImageException {
        assertThat(samples(decode(LOSSLESS_ALPHA))).startsWith(200, 30, 40, 77, 200, 30, 40, 77);
    }

    @Test
    void lossyPixelsAreNear() throws ImageException {
        int[] samples = samples(decode(LOSSY));

        assertThat(samples).hasSize(72);
        assertThat(samples[0]).isCloseTo(202, within(12));
        assertThat(samples[17]).isCloseTo(208, within(12));
    }

    @Test
    void lossyPixelsWithExactOpacity() throws ImageException {
        Image image = decode(LOSSY_ALPHA);

        assertThat(image.layout()).isEqualTo(Layout.RGBA);
        assertThat(samples(image)[3]).isEqualTo(77);
    }

    @Test
    void theFirstFrameOfAnAnimationIsRead() throws ImageException {
        assertThat(samples(decode(ANIMATED))).startsWith(200, 30, 40);
    }

    @Test
    void exifTurnsThePictureUpright() throws ImageException {
        assertThat(decode(TURNED).size().toString()).isEqualTo("6x4");
    }

    @Test
    void truncationIsRefused() {
        for (String name : new String[] {LOSSLESS, LOSSY, LOSSY_ALPHA, ANIMATED}) {
            byte[] file = Base64.getDecoder().decode(name);
            for (int length = 12; length < file.length - 60; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> WebpDecoder.decode(source(cut)))
                        .as("%d bytes", length)
                        .isInstanceOf(ImageException.class);
            }
        }
    }

    @Test
    void aHeaderThatItsDataCannotFillIsRefused() {
        byte[] lossy = Base64.getDecoder().decode(LOSSY);
        lossy[27] = 0x3F;
        lossy[29] = 0x3F;
        byte[] lossless = Base64.getDecoder().decode(LOSSLESS);
        Arrays.fill(lossless, 21, 24, (byte) 0xFF);

        assertThatThrownBy(() -> WebpDecoder.decode(source(lossy))).hasMessageContaining("truncated or damaged");
        assertThatThrownBy(() -> WebpDecoder.decode(source(lossless))).hasMessageContaining("truncated or damaged");
    }

    private static Image decode(String file) throws ImageException {
        return WebpDecoder.decode(source(Base64.getDecoder().decode(file)))
                .get(0)
                .picture();
    }
}
