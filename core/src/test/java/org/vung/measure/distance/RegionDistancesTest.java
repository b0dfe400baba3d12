package org.vung.measure.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;

class RegionDistancesTest {

    @Test
    void theWayLeadsFromEdgeToEdge() {
        RegionDistances row = RegionDistances.of(LabelMap.of(new Size(1, 6), new int[] {1, 2, 0, 0, 3, 3}));
        assertThat(row.edges(1, 2)).isZero();
        assertThat(row.edges(2, 3)).isEqualTo(2);
        assertThat(row.edges(3, 1)).isEqualTo(3);
        assertThat(row.edges(3, 3)).isZero();
        assertThat(row.centroids(1, 3)).isEqualTo(4.5);
    }

    @Test
    void regionsThatTouchByACornerAreNoWayApart() {
        assertThat(RegionDistances.of(LabelMap.of(new Size(2, 2), new int[] {1, 0, 0, 2}))
                        .edges(1, 2))
                .isZero();
    }

    @Test
    void pixelsStretchTheWay() {
        int[] labels = new int[30];
        labels[0] = 1;
        labels[29] = 2;
        RegionDistances tall = RegionDistances.of(LabelMap.of(new Size(5, 6), labels), new PixelSize(1, 0.5, "µm"));
        assertThat(tall.edges(1, 2)).isEqualTo(Math.hypot(3, 2));
        assertThat(tall.centroids(1, 2)).isEqualTo(Math.hypot(4, 2.5));
    }

    @Test
    void everyRegionHasANearestOne() {
        RegionDistances row = RegionDistances.of(LabelMap.of(new Size(1, 9), new int[] {5, 0, 0, 2, 0, 9, 9, 9, 9}));
        assertThat(row.nearest())
                .containsExactly(new Neighbour(2, 9, 1, 3.5), new Neighbour(5, 2, 2, 3), new Neighbour(9, 2, 1, 3.5));
    }

    @Test
    void ofSeveralThatTouchTheNearestCentroidDecidesThenTheLowestLabel() {
        LabelMap labels = LabelMap.of(new Size(1, 6), new int[] {2, 2, 3, 1, 0, 4});
        assertThat(RegionDistances.of(labels).nearest())
                .extracting(Neighbour::nearest)
                .containsExactly(3, 3, 1, 1);
        LabelMap even = LabelMap.of(new Size(1, 3), new int[] {2, 3, 1});
        assertThat(RegionDistances.of(even).nearest())
                .extracting(Neighbour::nearest)
                .containsExactly(3, 3, 1);
    }

    @Test
    void oneRegionHasNoNeighbour() {
        assertThat(RegionDistances.of(LabelMap.of(new Size(1, 3), new int[] {0, 7, 0}))
                        .nearest())
                .isEmpty();
        assertThat(RegionDistances.of(LabelMap.of(new Size(1, 1), new int[1])).nearest())
                .isEmpty();
    }

    @Test
    void labelsWithoutPixelsAreRefused() {
        RegionDistances distances = RegionDistances.of(LabelMap.of(new Size(1, 2), new int[] {1, 3}));
        assertThatThrownBy(() -> distances.edges(1, 2)).hasMessage("label must be that of a region with pixels, got 2");
        assertThatThrownBy(() -> distances.centroids(4, 1))
                .hasMessage("label must be that of a region with pixels, got 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theShortestWayIsThatOverAllPairsOfPixels(int seed) {
        Size size = new Size(23, 31);
        Random random = new Random(seed);
        int[] labels = new int[size.pixels()];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            labels[pixel] = random.nextInt(100) < 6 * seed ? 1 + random.nextInt(12) : 0;
        }
        PixelSize pixel = new PixelSize(1, seed % 2 == 0 ? 1 : 0.7, "px");
        RegionDistances distances = RegionDistances.of(LabelMap.of(size, labels), pixel);
        List<Neighbour> nearest = distances.nearest();
        for (Neighbour neighbour : nearest) {
            double least = Double.POSITIVE_INFINITY;
            for (Neighbour other : nearest) {
                if (other.label() != neighbour.label()) {
                    double way = overAllPairs(size, labels, pixel, neighbour.label(), other.label());
                    assertThat(distances.edges(neighbour.label(), other.label()))
                            .isCloseTo(way, within(1e-12));
                    least = Math.min(least, way);
                }
            }
            assertThat(neighbour.edges()).isCloseTo(least, within(1e-12));
        }
    }

    private static double overAllPairs(Size size, int[] labels, PixelSize pixel, int label, int other) {
        double least = Double.POSITIVE_INFINITY;
        for (int first = 0; first < labels.length; first++) {
            for (int second = 0; labels[first] == label && second < labels.length; second++) {
                if (labels[second] == other) {
                    int rows = Math.abs(first / size.width() - second / size.width());
                    int columns = Math.abs(first % size.width() - second % size.width());
                    least = Math.min(least, pixel.distance(Math.max(0, rows - 1), Math.max(0, columns - 1)));
                }
            }
        }
        return least;
    }
}
