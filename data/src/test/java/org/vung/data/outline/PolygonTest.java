package org.vung.data.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;
import org.vung.image.Size;
import org.vung.mask.Polygons;
import org.vung.mask.RunLengths;

class PolygonTest {

    private static final GeometryFactory JTS = new GeometryFactory();

    private static Polygon polygon(Ring outer, Ring... holes) {
        return new Polygon(outer, List.of(holes));
    }

    @Test
    void aPixelIsASquare() {
        assertThat(Polygon.of(Masks.of("..", ".#"))).containsExactly(polygon(Ring.of(1, 1, 2, 1, 2, 2, 1, 2)));
    }

    @Test
    void anImageOfOnePixelHasOneOrNone() {
        assertThat(Polygon.of(Masks.of("#"))).containsExactly(polygon(Ring.of(0, 0, 1, 0, 1, 1, 0, 1)));
        assertThat(Polygon.of(Masks.of("."))).isEmpty();
    }

    @Test
    void aHoleRunsTheOtherWay() {
        assertThat(Polygon.of(Masks.of("###", "#.#", "###")))
                .containsExactly(polygon(Ring.of(0, 0, 3, 0, 3, 3, 0, 3), Ring.of(1, 1, 1, 2, 2, 2, 2, 1)));
    }

    @Test
    void anIslandInAHoleIsAPartOfItsOwn() {
        List<Polygon> parts = Polygon.of(Masks.of("#####", "#...#", "#.#.#", "#...#", "#####"));
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).holes()).containsExactly(Ring.of(1, 1, 1, 4, 4, 4, 4, 1));
        assertThat(parts.get(1)).isEqualTo(polygon(Ring.of(2, 2, 3, 2, 3, 3, 2, 3)));
    }

    @Test
    void pixelsThatTouchByACornerAreTwoParts() {
        assertThat(Polygon.of(Masks.of("#.", ".#")))
                .containsExactly(polygon(Ring.of(0, 0, 1, 0, 1, 1, 0, 1)), polygon(Ring.of(1, 1, 2, 1, 2, 2, 1, 2)));
    }

    @Test
    void holesThatTouchByACornerAreTwoHoles() {
        List<Polygon> parts = Polygon.of(Masks.of("####", "#.##", "##.#", "####"));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).holes())
                .hasSize(2)
                .allSatisfy(hole -> assertThat(hole.area()).isEqualTo(-1));
    }

    @Test
    void aRingThatClosesByACornerHasAHole() {
        List<Polygon> parts = Polygon.of(Masks.of("###", "#.#", "##."));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).outer().area()).isEqualTo(8);
        assertThat(parts.get(0).holes()).containsExactly(Ring.of(2, 2, 2, 1, 1, 1, 1, 2));
    }

    @Test
    void fillingGivesTheMaskAgain() {
        for (int seed = 0; seed < 2000; seed++) {
            RunLengths mask = Masks.random(seed);
            List<Polygon> parts = Polygon.of(mask);
            assertThat(Masks.fillPolygons(mask.size(), parts))
                    .as("seed " + seed)
                    .isEqualTo(mask);
            assertThat(filledAsCocoDoes(mask.size(), parts)).as("seed " + seed).isEqualTo(mask);
        }
    }

    private static RunLengths filledAsCocoDoes(Size size, List<Polygon> parts) {
        RunLengths mask = RunLengths.empty(size);
        for (Ring ring : parts.stream().flatMap(Polygon::rings).toList()) {
            RunLengths more = Polygons.fill(
                    size, Arrays.stream(ring.corners()).asDoubleStream().toArray());
            mask = mask.without(more).or(more.without(mask));
        }
        return mask;
    }

    @Test
    void partsAreValidAndAsManyAsConnectedOnes() {
        for (int seed = 0; seed < 500; seed++) {
            RunLengths mask = Masks.random(seed);
            List<Polygon> parts = Polygon.of(mask);
            double area = 0;
            for (Polygon part : parts) {
                assertThat(geometry(part).isValid()).as("seed " + seed).isTrue();
                area += part.rings().mapToDouble(Ring::area).sum();
            }
            assertThat(area).isEqualTo(mask.area());
            assertThat(parts).as("seed " + seed).hasSize(connected(mask));
        }
    }

    private static int connected(RunLengths mask) {
        boolean[] inside = mask.pixels();
        int[] ids = Components.label(inside, mask.size().height(), mask.size().width(), Neighbourhood.FOUR);
        List<Integer> found = new ArrayList<>();
        for (int pixel = 0; pixel < ids.length; pixel++) {
            if (inside[pixel]) {
                found.add(ids[pixel]);
            }
        }
        return (int) found.stream().distinct().count();
    }

    static org.locationtech.jts.geom.Polygon geometry(Polygon part) {
        return JTS.createPolygon(
                ring(part.outer()), part.holes().stream().map(PolygonTest::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(Ring ring) {
        Coordinate[] corners = new Coordinate[ring.size() + 1];
        for (int corner = 0; corner < corners.length; corner++) {
            int at = corner % ring.size();
            corners[corner] = new Coordinate(ring.column(at), ring.row(at));
        }
        return JTS.createLinearRing(corners);
    }

    @Test
    void ringsThatRunTheWrongWayAreRefused() {
        Ring outer = Ring.of(0, 0, 3, 0, 3, 3, 0, 3);
        assertThatThrownBy(() -> polygon(outer.reversed())).hasMessageContaining("run as a clock's hand, got [0, 0");
        assertThatThrownBy(() -> polygon(outer, outer)).hasMessageContaining("run against a clock's hand, got [0, 0");
        assertThatThrownBy(() -> Ring.of(0, 0, 1, 1)).hasMessageContaining("at least 6, got 4");
    }
}
