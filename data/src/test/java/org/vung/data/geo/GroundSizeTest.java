package org.vung.data.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.image.codec.Georeference;
import org.vung.measure.PixelSize;

class GroundSizeTest {

    private static final Size SIZE = new Size(100, 200);

    @Test
    void utmIsAsTheMapSays() {
        Georeference map = new Georeference(500_000, 10, 0, 4_600_000, 0, -20, 32_648);
        assertThat(GroundSize.of(map, SIZE)).contains(new PixelSize(20, 10, "m"));
        Georeference turned = new Georeference(500_000, 3, 4, 4_600_000, 4, -3, 32_748);
        assertThat(GroundSize.of(turned, SIZE)).contains(new PixelSize(5, 5, "m"));
        Georeference skewed = new Georeference(500_000, 2, 1, 4_600_000, 0, -2, 32_648);
        PixelSize size = GroundSize.of(skewed, SIZE).orElseThrow();
        assertThat(size.area(1)).isEqualTo(4, within(1e-9));
    }

    /** A degree of latitude is 110,574 m at the equator and 111,412 m at 60° north, one of longitude 111,320 m and 55,800 m. */
    @Test
    void degreesShrinkTowardsThePoles() {
        PixelSize equator = size(4326, 10, 0.001, 0.05, -0.001);
        assertThat(equator.height()).isEqualTo(110.574, within(0.01));
        assertThat(equator.width()).isEqualTo(111.320, within(0.01));
        PixelSize north = size(4326, 10, 0.001, 60.05, -0.001);
        assertThat(north.height()).isEqualTo(111.412, within(0.01));
        assertThat(north.width()).isEqualTo(55.800, within(0.01));
    }

    /** A square of a web map is as large as it says at the equator alone: at 60° half, with the Earth's flattening. */
    @Test
    void webMapsAreLargerThanTheGround() {
        double north = 6_378_137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(60) / 2));
        PixelSize size = size(3857, 0, 10, north + 500, -10);
        assertThat(size.width()).isEqualTo(5.0126, within(1e-3));
        assertThat(size.height()).isEqualTo(5.0042, within(1e-3));
    }

    private static PixelSize size(int epsg, double x, double perColumn, double y, double perRow) {
        return GroundSize.of(new Georeference(x, perColumn, 0, y, 0, perRow, epsg), SIZE)
                .orElseThrow();
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(GroundSize.of(new Georeference(0, 10, 0, 0, 0, -10, 0), SIZE))
                .isEmpty();
        assertThat(GroundSize.of(new Georeference(0, 10, 0, 0, 0, -10, 25_832), SIZE))
                .isEmpty();
        assertThat(GroundSize.of(new Georeference(0, 1, 0, 500, 0, -1, 4326), SIZE))
                .isEmpty();
    }
}
