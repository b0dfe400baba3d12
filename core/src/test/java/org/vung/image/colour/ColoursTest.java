package org.vung.image.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.SampleType;
import org.vung.image.Size;

class ColoursTest {

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"GREY", "GREY_ALPHA", "RGB", "RGBA"})
    void countsEveryDistinctColourOfAnEightBitImage(Layout layout) {
        Image image = noise(layout);
        Map<List<Float>, Integer> expected = new HashMap<>();
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                expected.merge(colour(image, row, column), 1, Integer::sum);
            }
        }
        Colours colours = Colours.of(image);
        Map<List<Float>, Integer> actual = new HashMap<>();
        for (int colour = 0; colour < colours.count(); colour++) {
            Float[] value = new Float[colours.channels()];
            for (int channel = 0; channel < value.length; channel++) {
                value[channel] = colours.value(colour, channel);
            }
            actual.put(List.of(value), colours.sharedCounts()[colour]);
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(colours.count()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void theIndexLeadsBackToEveryPixel(SampleType type) {
        for (Layout layout : new Layout[] {Layout.GREY, Layout.RGBA}) {
            Image image = as(type, noise(layout));
            Colours colours = Colours.of(image);
            int[] index = colours.index();
            for (int row = 0; row < image.height(); row++) {
                for (int column = 0; column < image.width(); column++) {
                    for (int channel = 0; channel < colours.channels(); channel++) {
                        assertThat(colours.value(index[image.size().index(row, column)], channel))
                                .isEqualTo(image.sample(row, column, channel));
                    }
                }
            }
            assertThat(Arrays.stream(colours.sharedCounts()).sum())
                    .isEqualTo(image.size().pixels());
        }
    }

    @Test
    void sixteenBitGreyIsMergedAndFloatsAreNot() {
        Image grey = Image.wrap(new Size(1, 4), Layout.GREY, new short[] {(short) 60000, 7, (short) 60000, 7});
        assertThat(Colours.of(grey).sharedValues()).containsExactly(7f, 60000f);
        assertThat(Colours.of(grey).sharedCounts()).containsExactly(2, 2);
        Image floats = Image.wrap(new Size(1, 3), Layout.GREY, new float[] {1f, Float.NaN, 1f});
        assertThat(Colours.of(floats).sharedValues()).containsExactly(1f, Float.NaN, 1f);
    }

    @Test
    void spreadRefusesTheWrongLength() {
        Colours colours = Colours.of(noise(Layout.RGB));
        assertThatThrownBy(() -> colours.spread(new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1");
    }

    private static Image noise(Layout layout) {
        int channels = layout == Layout.RGBA ? 4 : layout == Layout.RGB ? 3 : layout == Layout.GREY_ALPHA ? 2 : 1;
        SplittableRandom random = new SplittableRandom(1);
        byte[] samples = new byte[40 * 23 * channels];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (random.nextInt(6) * 51);
        }
        return Image.wrap(new Size(40, 23), layout, samples);
    }

    private static Image as(SampleType type, Image image) {
        byte[] bytes = image.sharedBytes();
        short[] shorts = new short[bytes.length];
        float[] floats = new float[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            shorts[at] = (short) ((bytes[at] & 0xFF) * 257);
            floats[at] = (bytes[at] & 0xFF) / 255f;
        }
        return switch (type) {
            case UINT8 -> image;
            case UINT16 -> Image.wrap(image.size(), image.layout(), shorts);
            case FLOAT32 -> Image.wrap(image.size(), image.layout(), floats);
        };
    }

    private static List<Float> colour(Image image, int row, int column) {
        Float[] value = new Float[image.colourChannels()];
        for (int channel = 0; channel < value.length; channel++) {
            value[channel] = image.sample(row, column, channel);
        }
        return List.of(value);
    }
}
