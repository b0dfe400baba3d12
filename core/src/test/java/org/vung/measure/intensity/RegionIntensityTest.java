package org.vung.measure.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelGrids;
import org.vung.label.LabelMap;
import org.vung.measure.Oracle;
import org.vung.measure.shape.RegionShape;

class RegionIntensityTest {

    @ParameterizedTest
    @ValueSource(strings = {"made", "noise", "blobs", "waves", "sparse", "row", "column", "pixel"})
    void intensitiesAreThoseOfScikitImage(String name) {
        LabelMap labels = LabelGrids.read(RegionShape.class, name + ".txt");
        List<RegionIntensity> regions = RegionIntensity.of(labels, twoChannels(labels.size()));
        List<double[]> expected = Oracle.rows(RegionIntensityTest.class, name + "-intensities.txt");
        assertThat(regions).hasSameSizeAs(expected);
        for (int at = 0; at < expected.size(); at++) {
            Oracle.assertEqual(name + ", region " + at, values(regions.get(at)), expected.get(at));
        }
    }

    private static double[] values(RegionIntensity region) {
        DoubleStream.Builder all = DoubleStream.builder().add(region.label());
        for (Intensity channel : region.channels()) {
            all.add(channel.mean()).add(channel.minimum()).add(channel.maximum());
            all.add(channel.deviation()).add(channel.centroidRow()).add(channel.centroidColumn());
        }
        return all.build().toArray();
    }

    /** The picture that the oracle measured. */
    private static Image twoChannels(Size size) {
        short[] samples = new short[2 * size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int at = 2 * size.index(row, column);
                samples[at] = (short) ((row * 311 + column * 97) % 4099);
                samples[at + 1] = (short) ((row * column * 13 + 5) % 65521);
            }
        }
        return Image.wrap(size, Layout.BANDS, samples);
    }

    @Test
    void aRegionIsMeasuredByHand() {
        Size size = new Size(2, 3);
        LabelMap labels = LabelMap.of(size, new int[] {0, 0, 1, 1, 1, 0});
        Image image = Image.of(size, Layout.GREY, new float[] {1, 2, 6, 2, 4, 8});
        List<RegionIntensity> regions = RegionIntensity.of(labels, image);
        assertThat(regions.get(1))
                .isEqualTo(new RegionIntensity(
                        1, 3, List.of(new Intensity(4, 2, 6, Math.sqrt(8 / 3.0), 6 / 12.0, 16 / 12.0))));
    }

    @Test
    void opacityIsLeftOut() {
        Size size = new Size(1, 1);
        Image image = Image.of(size, Layout.RGBA, new byte[] {1, 2, 3, 4});
        assertThat(RegionIntensity.of(LabelMap.of(size, new int[1]), image)
                        .get(0)
                        .channels())
                .extracting(Intensity::mean)
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void aMissingSampleLeavesItsRegionWithoutAMean() {
        Size size = new Size(1, 3);
        Image image = Image.of(size, Layout.GREY, new float[] {1, Float.NaN, 3});
        List<RegionIntensity> regions = RegionIntensity.of(LabelMap.of(size, new int[] {0, 0, 1}), image);
        assertThat(regions.get(0).channels().get(0))
                .isEqualTo(new Intensity(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        assertThat(regions.get(1).channels().get(0)).isEqualTo(new Intensity(3, 3, 3, 0, 0, 2));
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        Image image = Image.of(new Size(1, 2), Layout.GREY, new byte[2]);
        assertThatThrownBy(() -> RegionIntensity.of(LabelMap.of(new Size(2, 1), new int[2]), image))
                .hasMessage("labels must have the image's size 1x2, got 2x1");
    }
}
