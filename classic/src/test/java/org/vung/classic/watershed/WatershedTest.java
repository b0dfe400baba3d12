package org.vung.classic.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.grid.Neighbourhood;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class WatershedTest extends SegmenterContract {

    @Override
    protected Segmenter segmenter() {
        return new Watershed(Watershed.Options.on(Watershed.On.GRADIENT));
    }

    @Test
    void regionsEndAtTheEdge() {
        LabelMap labels = new Watershed(
                        Watershed.Options.on(Watershed.On.GRADIENT).withSigma(0))
                .segment(squares())
                .labels();
        assertThat(labels.count()).isEqualTo(3);
        assertThat(labels.at(0, 0)).isZero();
        assertThat(labels.at(8, 6)).isNotEqualTo(labels.at(8, 20)).isNotZero();
    }

    @Test
    void aLineParts() {
        Watershed.Options options = Watershed.Options.on(Watershed.On.GRADIENT)
                .withSigma(0)
                .withFlooding(new Flooding(Neighbourhood.EIGHT, 0, true));
        LabelMap labels = new Watershed(options).segment(squares()).labels();
        assertThat(labels.count()).isEqualTo(4);
        assertThat(labels.areas()[0]).isBetween(40, 120);
    }

    @Test
    void markersComeNearTheirNumber() {
        Watershed.Options options =
                Watershed.Options.on(Watershed.On.GRADIENT).withMarkers(20).withSigma(0);
        Partition partition = new Watershed(options).segment(blobs(40, 50));
        assertThat(partition.labels().count()).isBetween(15, 25);
        assertThat(partition.findings().values())
                .containsEntry("markers", partition.labels().count());
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        Watershed.Options options = Watershed.Options.on(Watershed.On.GRADIENT);
        assertThatThrownBy(() -> options.withMarkers(-4)).hasMessageContaining("-4");
        assertThatThrownBy(() -> options.withSigma(Double.NaN)).hasMessageContaining("NaN");
    }

    /** Two bright squares on a dark ground. */
    private static Image squares() {
        Size size = new Size(18, 28);
        byte[] samples = new byte[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                boolean square = row > 3 && row < 14 && ((column > 2 && column < 12) || (column > 15 && column < 25));
                samples[size.index(row, column)] = (byte) (square ? 200 : 20);
            }
        }
        return Image.wrap(size, Layout.GREY, samples);
    }
}
