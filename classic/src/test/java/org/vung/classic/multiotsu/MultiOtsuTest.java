package org.vung.classic.multiotsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Scenes;
import org.vung.classic.multiotsu.MultiOtsu.Options;
import org.vung.image.Histogram;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class MultiOtsuTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new MultiOtsu(Options.classes(3));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "thresholds.csv", numLinesToSkip = 1)
    void theThresholdsAreScikitImages(int classes, String image, String expected) {
        double[] thresholds = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(new MultiOtsu(Options.classes(classes)).thresholds(Scenes.named(image)))
                .containsExactly(thresholds, within(1e-6));
    }

    @Test
    void theLabelIsTheNumberOfThresholdsBelowThePixel() {
        Image image = Scenes.named("scene8");
        Partition partition = new MultiOtsu(Options.classes(3)).segment(image);
        for (int at = 0; at < image.size().pixels(); at++) {
            int value = image.sharedBytes()[at] & 0xFF;
            assertThat(partition.labels().sharedLabels()[at]).isEqualTo((value > 65 ? 1 : 0) + (value > 113 ? 1 : 0));
        }
    }

    @Test
    void fewerGreyValuesThanClassesGiveAClassPerValueAndAWarning() {
        Image image = Image.of(new Size(1, 4), Layout.GREY, new byte[] {7, 9, 7, 9});
        Partition partition = new MultiOtsu(Options.classes(4)).segment(image);
        assertThat(partition.labels().sharedLabels()).containsExactly(0, 1, 0, 1);
        assertThat(partition.findings().warnings()).hasSize(1);
    }

    @Test
    void wideHistogramsAreDividedAsNarrowOnes() {
        Histogram histogram = Histogram.of(Scenes.named("scene8")).trimmed();
        ClassSpread spread = ClassSpread.of(histogram);
        for (int classes = 2; classes <= 5; classes++) {
            assertThat(new WideDivisions(histogram).best(classes))
                    .containsExactly(new Divisions(spread, classes).best());
        }
    }

    @Test
    void sixteenBitsOfNoiseAreDividedEvenly() {
        short[] samples = new short[256 * 256];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (short) (at * 40503);
        }
        Image image = Image.wrap(new Size(256, 256), Layout.GREY, samples);
        assertThat(new MultiOtsu(Options.classes(4)).thresholds(image))
                .containsExactly(new double[] {16383, 32767, 49151}, within(2.0));
    }

    @Test
    void moreThanFiveClassesAreRefused() {
        assertThatThrownBy(() -> Options.classes(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 6");
    }
}
