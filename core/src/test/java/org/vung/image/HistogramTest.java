package org.vung.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void everyByteIsCountedOnce() {
        byte[] samples = new byte[37 * 41];
        int[] expected = new int[256];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at * at / 3);
            expected[samples[at] & 0xFF]++;
        }
        Histogram histogram = Histogram.of(Image.of(new Size(37, 41), Layout.GREY, samples));
        assertThat(histogram.bins()).isEqualTo(256);
        assertThat(histogram.total()).isEqualTo(samples.length);
        for (int value = 0; value < 256; value++) {
            assertThat(histogram.count(value)).isEqualTo(expected[value]);
            assertThat(histogram.centre(value)).isEqualTo(value);
        }
    }

    @Test
    void trimmingKeepsTheValues() {
        Histogram histogram = Histogram.of(
                        Image.of(new Size(1, 3), Layout.GREY, new short[] {-1, (short) 40000, (short) 40000}))
                .trimmed();
        assertThat(histogram.bins()).isEqualTo(65535 - 40000 + 1);
        assertThat(histogram.centre(0)).isEqualTo(40000);
        assertThat(histogram.count(0)).isEqualTo(2);
        assertThat(histogram.count(histogram.bins() - 1)).isEqualTo(1);
    }

    @Test
    void floatsFallIntoBinsWhoseLastIsClosedAndNonsenseIsLeftOut() {
        float[] samples = {0f, 1f, 2f, 256f, Float.NaN, Float.NEGATIVE_INFINITY};
        Histogram histogram = Histogram.of(Image.of(new Size(1, 6), Layout.GREY, samples));
        assertThat(histogram.bins()).isEqualTo(256);
        assertThat(histogram.total()).isEqualTo(4);
        assertThat(new int[] {histogram.count(0), histogram.count(1), histogram.count(2), histogram.count(255)})
                .containsExactly(1, 1, 1, 1);
        assertThat(histogram.centre(0)).isEqualTo(0.5);
    }

    @Test
    void equalFloatsAreOneBinAndNoneIsNone() {
        Histogram one = Histogram.of(Image.of(new Size(1, 2), Layout.GREY, new float[] {3f, 3f}));
        assertThat(one.bins()).isEqualTo(1);
        assertThat(one.centre(0)).isEqualTo(3);
        assertThat(Histogram.of(Image.of(new Size(1, 1), Layout.GREY, new float[] {Float.NaN}))
                        .bins())
                .isZero();
    }

    @Test
    void coloursAreRefused() {
        assertThatThrownBy(() -> Histogram.of(Image.of(new Size(1, 1), Layout.RGB, new byte[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 channel");
    }
}
