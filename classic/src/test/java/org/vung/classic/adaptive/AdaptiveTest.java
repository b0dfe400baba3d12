package org.vung.classic.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Scenes;
import org.vung.classic.adaptive.Adaptive.Options;
import org.vung.classic.adaptive.Adaptive.Weights;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class AdaptiveTest {

    @Nested
    class MeanContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Adaptive(Options.standard());
        }
    }

    @Nested
    class GaussianContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Adaptive(Options.standard().withWeights(Weights.GAUSSIAN).withType(Adaptive.Type.BINARY_INV));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pictures.csv", numLinesToSkip = 1)
    void thePictureIsOpenCvs(int block, double c, Weights weights, Adaptive.Type type, String crc32) {
        Options options = Options.standard()
                .withBlock(block)
                .withC(c)
                .withWeights(weights)
                .withType(type);
        Image picture = new Adaptive(options).filter(Scenes.named("scene8"));
        CRC32 crc = new CRC32();
        crc.update(picture.sharedBytes());
        assertThat(String.format("%08x", crc.getValue())).isEqualTo(crc32);
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void bandsJoinWithoutASeam(Weights weights) {
        Image image = tall(500, 20);
        Adaptive adaptive =
                new Adaptive(Options.standard().withBlock(5).withC(0).withWeights(weights));
        byte[] whole = adaptive.filter(image).sharedBytes();
        for (int row = 0; row + 40 <= 500; row += 7) {
            byte[] samples = new byte[40 * 20];
            System.arraycopy(image.sharedBytes(), row * 20, samples, 0, samples.length);
            byte[] part = adaptive.filter(Image.wrap(new Size(40, 20), Layout.GREY, samples))
                    .sharedBytes();
            for (int at = 2 * 20; at < 38 * 20; at++) {
                assertThat(part[at]).isEqualTo(whole[row * 20 + at]);
            }
        }
    }

    @Test
    void labelsFollowThePictureAndDeepImagesWarn() {
        Adaptive adaptive = new Adaptive(Options.standard());
        Image image = Scenes.named("scene8");
        Partition partition = adaptive.segment(image);
        byte[] picture = adaptive.filter(image).sharedBytes();
        for (int at = 0; at < picture.length; at++) {
            assertThat(partition.labels().sharedLabels()[at]).isEqualTo(picture[at] & 1);
        }
        assertThat(partition.findings().warnings()).isEmpty();
        assertThat(adaptive.segment(Scenes.named("scene16")).findings().warnings())
                .hasSize(1);
    }

    @Test
    void anEvenBlockIsRefused() {
        assertThatThrownBy(() -> Options.standard().withBlock(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd")
                .hasMessageContaining("got 10");
    }

    private static Image tall(int height, int width) {
        byte[] samples = new byte[height * width];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at * at * 31 / 7);
        }
        return Image.wrap(new Size(height, width), Layout.GREY, samples);
    }
}
