package org.vung.classic.watershed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class WatershedOnDistanceTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new Watershed(Watershed.Options.on(Watershed.On.DISTANCE));
    }

    @Test
    void touchingDiscsAreCutAtTheirNeck() {
        LabelMap labels = segmenter().segment(discs(200, 20)).labels();
        assertThat(labels.count()).isEqualTo(3);
        assertThat(labels.at(0, 0)).isZero();
        assertThat(labels.at(20, 18)).isNotZero().isNotEqualTo(labels.at(20, 42));
        assertThat(labels.at(20, 26)).isEqualTo(labels.at(20, 18));
        assertThat(labels.at(20, 34)).isEqualTo(labels.at(20, 42));
    }

    @Test
    void darkObjectsAreFoundByTheRim() {
        assertThat(segmenter().segment(discs(20, 200)).labels())
                .isEqualTo(segmenter().segment(discs(200, 20)).labels());
    }

    @Test
    void oneBrightnessIsGroundAndSaysSo() {
        byte[] samples = new byte[12];
        Partition partition = new Watershed(Watershed.Options.on(Watershed.On.DISTANCE))
                .segment(Image.wrap(new Size(3, 4), Layout.GREY, samples));
        assertThat(partition.labels().count()).isEqualTo(1);
        assertThat(partition.findings().warnings()).singleElement().asString().contains("ground");
    }

    private static Image discs(int inside, int outside) {
        Size size = new Size(40, 60);
        byte[] samples = new byte[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                boolean disc = Math.hypot(row - 20, column - 18) < 13 || Math.hypot(row - 20, column - 42) < 13;
                samples[size.index(row, column)] = (byte) (disc ? inside : outside);
            }
        }
        return Image.wrap(size, Layout.GREY, samples);
    }
}
