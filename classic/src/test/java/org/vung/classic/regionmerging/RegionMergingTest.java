package org.vung.classic.regionmerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.regionmerging.RegionMerging.Options;
import org.vung.classic.regionmerging.RegionMerging.Rule;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelGrids;
import org.vung.label.LabelMap;

class RegionMergingTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new RegionMerging(RegionMergingTest::squares, Options.threshold(20));
    }

    @ParameterizedTest
    @CsvSource({"HIERARCHY, 15", "HIERARCHY, 25", "HIERARCHY, 40", "CUT, 15", "CUT, 25", "CUT, 40"})
    void partitionsAreThoseOfScikitImage(Rule rule, int threshold) {
        LabelMap labels = LabelGrids.read(RegionMergingTest.class, "labels.txt");
        LabelMap merged = RegionMerging.merge(
                image(), labels, Options.threshold(threshold).withRule(rule));
        String name = rule.name().toLowerCase(Locale.ROOT) + "-" + threshold + ".crc32";
        assertThat(LabelGrids.crc32(merged.sharedLabels())).isEqualTo(LabelGrids.crc32(RegionMergingTest.class, name));
    }

    @ParameterizedTest
    @CsvSource({"HIERARCHY, 1", "HIERARCHY, 7", "HIERARCHY, 99", "CUT, 1", "CUT, 7", "CUT, 99"})
    void soManyRegionsAreLeft(Rule rule, int regions) {
        LabelMap labels = LabelGrids.read(RegionMergingTest.class, "labels.txt");
        LabelMap merged =
                RegionMerging.merge(image(), labels, Options.regions(regions).withRule(rule));
        assertThat(merged.count()).isEqualTo(Math.min(regions, labels.count()));
    }

    @Test
    void theThresholdIsTheSameInDeepImages() {
        Size size = new Size(1, 4);
        LabelMap labels = LabelMap.of(size, new int[] {0, 1, 2, 2});
        Image deep = Image.of(size, Layout.GREY, new short[] {0, 9 * 257, 20 * 257, 20 * 257});
        assertThat(RegionMerging.merge(deep, labels, Options.threshold(10)).sharedLabels())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void missingSamplesAreJoinedLast() {
        Size size = new Size(1, 3);
        LabelMap labels = LabelMap.of(size, new int[] {0, 1, 2});
        Image image = Image.of(size, Layout.GREY, new float[] {0, 1, Float.NaN});
        assertThat(RegionMerging.merge(image, labels, Options.threshold(1e9)).count())
                .isEqualTo(2);
        assertThat(RegionMerging.merge(image, labels, Options.regions(1)).count())
                .isEqualTo(1);
    }

    @Test
    void findingsCountTheRegions() {
        Partition partition = new RegionMerging(RegionMergingTest::squares, Options.regions(3)).segment(blobs(40, 50));
        assertThat(partition.findings().values())
                .containsEntry("regions_before", 80)
                .containsEntry("regions", 3);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Options.threshold(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Options.regions(-2)).hasMessageContaining("-2");
    }

    /** Squares of 5×5 pixels. */
    private static Partition squares(Image image) {
        int[] labels = new int[image.size().pixels()];
        int across = (image.width() + 4) / 5;
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = pixel / image.width() / 5 * across + pixel % image.width() / 5;
        }
        return new Partition(LabelMap.wrap(image.size(), labels));
    }

    private static Image image() {
        int[] red = LabelGrids.read(RegionMergingTest.class, "red.txt").sharedLabels();
        LabelMap green = LabelGrids.read(RegionMergingTest.class, "green.txt");
        byte[] samples = new byte[red.length * 3];
        for (int pixel = 0; pixel < red.length; pixel++) {
            samples[pixel * 3] = (byte) red[pixel];
            samples[pixel * 3 + 1] = (byte) green.sharedLabels()[pixel];
            samples[pixel * 3 + 2] = 7;
        }
        return Image.wrap(green.size(), Layout.RGB, samples);
    }
}
