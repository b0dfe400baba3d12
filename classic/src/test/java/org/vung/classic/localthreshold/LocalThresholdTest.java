package org.vung.classic.localthreshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Scenes;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class LocalThresholdTest {

    @Nested
    class SauvolaContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Sauvola(Sauvola.Options.standard());
        }
    }

    @Nested
    class NiblackContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Niblack(Niblack.Options.standard());
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "thresholds.csv", numLinesToSkip = 1)
    void thresholdsAreScikitImages(String method, String image, int pixel, double expected) {
        double found = method(method.split(" ")).thresholds(Scenes.named(image))[pixel];
        assertThat(found).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }

    private static LocalThreshold method(String[] words) {
        int window = Integer.parseInt(words[1]);
        double k = Double.parseDouble(words[2]);
        return words[0].equals("sauvola")
                ? new Sauvola(new Sauvola.Options(window, k, Double.parseDouble(words[3]), Grey.STANDARD))
                : new Niblack(new Niblack.Options(window, k, Grey.STANDARD));
    }

    @Test
    void bandsJoinWithoutASeam() {
        byte[] samples = new byte[300 * 9];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at * at * 31 / 7);
        }
        Image image = Image.wrap(new Size(300, 9), Layout.GREY, samples);
        float[] floats = new float[samples.length];
        for (int at = 0; at < samples.length; at++) {
            floats[at] = samples[at] & 0xFF;
        }
        double[] banded = new Niblack(Niblack.Options.standard().withWindow(3)).thresholds(image);
        double[] single = new Niblack(Niblack.Options.standard().withWindow(3))
                .thresholds(Image.wrap(image.size(), Layout.GREY, floats));
        for (int at = 0; at < banded.length; at++) {
            assertThat(banded[at]).isCloseTo(single[at], within(0.01));
        }
    }

    @Test
    void notANumberIsBackground() {
        Image image = Image.of(new Size(1, 3), Layout.GREY, new float[] {0.1f, Float.NaN, 0.9f});
        assertThat(new Sauvola(Sauvola.Options.standard())
                        .segment(image)
                        .labels()
                        .sharedLabels())
                .containsExactly(0, 0, 0);
    }

    @Test
    void anEvenWindowIsRefused() {
        assertThatThrownBy(() -> Sauvola.Options.standard().withWindow(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 4");
    }
}
