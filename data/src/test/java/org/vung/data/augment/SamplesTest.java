package org.vung.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vung.data.order.SplitMix64;
import org.vung.image.Gaussian;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;
import org.vung.image.UnitSamples;
import org.vung.label.LabelMap;

/** Each change of samples against what pen and paper give. */
class SamplesTest {

    private static final FixedChance MIDDLE = new FixedChance(0.5);

    private static Pair pair(Image image) {
        return new Pair(image, LabelMap.wrap(image.size(), new int[image.size().pixels()]));
    }

    private static Image bytes(int... samples) {
        return Pairs.numbered(1, samples.length, samples).image();
    }

    private static Image floats(float... samples) {
        return Image.wrap(new Size(1, samples.length), Layout.GREY, samples);
    }

    private static Tone tone(Tone.Kind kind, double strength) {
        return new Tone(kind, strength, strength, 1);
    }

    @Test
    void brightnessAddsAShareOfTheRange() {
        Tone brighter = tone(Tone.Kind.BRIGHTNESS, 0.1);
        assertThat(brighter.apply(pair(bytes(0, 100, 250)), MIDDLE).image()).isEqualTo(bytes(26, 126, 255)); // 25.5
        assertThat(brighter.apply(pair(floats(-1000, 1000, Float.NaN)), MIDDLE)
                        .image()
                        .sharedFloats())
                .containsExactly(-800, 1200, Float.NaN);
        assertThat(tone(Tone.Kind.BRIGHTNESS, -0.5)
                        .apply(pair(bytes(0, 100, 250)), MIDDLE)
                        .image())
                .isEqualTo(bytes(0, 0, 123)); // 122.5
    }

    @Test
    void contrastIsAboutTheMeanOfItsChannel() {
        Tone more = tone(Tone.Kind.CONTRAST, 1.5);
        assertThat(more.apply(pair(bytes(100, 200)), MIDDLE).image()).isEqualTo(bytes(75, 225));
        Image rgb = Image.wrap(new Size(1, 2), Layout.RGB, new byte[] {10, 20, 30, 10, 40, 50});
        assertThat(more.apply(pair(rgb), MIDDLE).image().sharedBytes()).containsExactly(10, 15, 25, 10, 45, 55);
        assertThat(more.apply(pair(floats(-1, 3, Float.POSITIVE_INFINITY)), MIDDLE)
                        .image()
                        .sharedFloats())
                .containsExactly(-2, 4, Float.POSITIVE_INFINITY);
    }

    @Test
    void gammaBendsBetweenTheEndsOfTheRange() {
        Tone darker = tone(Tone.Kind.GAMMA, 2);
        assertThat(darker.apply(pair(bytes(0, 51, 128, 255)), MIDDLE).image()).isEqualTo(bytes(0, 10, 64, 255));
        assertThat(darker.apply(pair(floats(-2, 0, 2)), MIDDLE).image().sharedFloats())
                .containsExactly(-2, -1, 2);
        assertThat(darker.apply(pair(floats(7, 7)), MIDDLE).image()).isEqualTo(floats(7, 7));
        Image deep = Image.wrap(new Size(1, 2), Layout.GREY, new short[] {(short) 65535, (short) 32768});
        assertThat(darker.apply(pair(deep), MIDDLE).image().sharedShorts())
                .containsExactly((short) 65535, (short) 16384);
    }

    @Test
    void lightAndDarkChangePlaces() {
        Tone other = tone(Tone.Kind.INVERT, 1);
        assertThat(other.apply(pair(bytes(0, 51, 255)), MIDDLE).image()).isEqualTo(bytes(255, 204, 0));
        assertThat(other.apply(pair(floats(-2, 0, 4)), MIDDLE).image().sharedFloats())
                .containsExactly(4, 2, -2);
        assertThat(tone(Tone.Kind.INVERT, 0.5)
                        .apply(pair(bytes(0, 255)), MIDDLE)
                        .image())
                .isEqualTo(bytes(128, 128));
    }

    @Test
    void strengthIsDrawnEvenlyAndGammaEvenlyInItsLogarithm() {
        assertThat(new Tone(Tone.Kind.BRIGHTNESS, 0, 0.4, 1)
                        .apply(pair(bytes(0)), MIDDLE)
                        .image())
                .isEqualTo(bytes(51));
        assertThat(new Tone(Tone.Kind.GAMMA, 0.5, 2, 1)
                        .apply(pair(bytes(7, 77)), MIDDLE)
                        .image())
                .isEqualTo(bytes(7, 77));
    }

    @Test
    void opacityIsNotTouched() {
        Image image = Image.wrap(new Size(1, 2), Layout.RGBA, new byte[] {1, 2, 3, 100, 5, 6, 7, 50});
        for (String text :
                new String[] {"brightness:from=0.5,to=0.5", "contrast", "gamma", "blur", "noise:from=0.5,to=0.5"}) {
            byte[] changed = Augmentation.parse(text)
                    .apply(pair(image), new SplitMix64(1))
                    .image()
                    .sharedBytes();
            assertThat(new byte[] {changed[3], changed[7]}).as(text).containsExactly(100, 50);
        }
    }

    @Test
    void blurIsTheGaussian() {
        Pair noisy = Pairs.chance(new Size(20, 30), Layout.RGB, SampleType.UINT16, 3, 0);
        Image blurred = new Blur(1, 2, 1).apply(noisy, MIDDLE).image();
        double[] expected = new Gaussian(1.5)
                .smooth(UnitSamples.of(noisy.image()), noisy.image().size(), 3);
        for (int at = 0; at < expected.length; at++) {
            assertThat((double) (blurred.sharedShorts()[at] & 0xFFFF)).isCloseTo(65535 * expected[at], within(0.5001));
        }
        assertThat(new Blur(0, 0, 1).apply(noisy, MIDDLE).image()).isEqualTo(noisy.image());
    }

    @Test
    void noiseHasTheDeviationAsked() {
        Size size = new Size(200, 200);
        byte[] grey = new byte[size.pixels()];
        java.util.Arrays.fill(grey, (byte) 128);
        Image noisy = new Noise(0.04, 0.04, 1)
                .apply(pair(Image.wrap(size, Layout.GREY, grey)), new SplitMix64(2))
                .image();
        double sum = 0;
        double squares = 0;
        for (byte sample : noisy.sharedBytes()) {
            double away = (sample & 0xFF) - 128;
            sum += away;
            squares += away * away;
        }
        assertThat(sum / size.pixels()).isBetween(-0.3, 0.3);
        assertThat(Math.sqrt(squares / size.pixels())).isBetween(9.9, 10.5); // 0.04 · 255 = 10.2
    }

    @Test
    void chanceLeavesThePairItself() {
        Pair pair = Pairs.numbered(1, 2, 1, 2);
        for (String text :
                new String[] {"rotate", "scale", "elastic", "brightness", "contrast", "gamma", "blur", "noise"}) {
            assertThat(Augmentation.parse(text + ":chance=0")
                            .apply(pair, new SplitMix64(1))
                            .image())
                    .as(text)
                    .isSameAs(pair.image());
            int changed = 0;
            for (int draw = 0; draw < 200; draw++) {
                Pair big = Pairs.chance(new Size(6, 6), Layout.GREY, SampleType.UINT8, 5, 0, 1);
                changed += Augmentation.parse(text + ":chance=0.5")
                                .apply(big, new SplitMix64(draw))
                                .image()
                                .equals(big.image())
                        ? 0
                        : 1;
            }
            assertThat(changed).as(text).isBetween(55, 140);
        }
    }
}
