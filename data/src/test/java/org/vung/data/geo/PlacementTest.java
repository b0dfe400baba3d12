package org.vung.data.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.codec.Georeference;

class PlacementTest {

    /** A ten-thousandth of a millimetre on the ground. */
    private static final Offset<Double> NEAR = within(1e-12);

    /** Easting and northing by the definition of the map, to 50 digits: utm.py. */
    @ParameterizedTest
    @CsvFileSource(resources = "utm.csv", numLinesToSkip = 1)
    void utmLeadsBackToThePlace(
            int zone, int south, double longitude, double latitude, double easting, double northing) {
        LonLat place = new Utm(zone, south == 1).place(easting, northing);
        assertThat(place.longitude()).isCloseTo(longitude, NEAR);
        assertThat(place.latitude()).isCloseTo(latitude, NEAR);
    }

    private static LonLat corner(int epsg, double x, double y) {
        return Placement.of(new Georeference(x, 10, 0, y, 0, -10, epsg))
                .orElseThrow()
                .at(0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "32648, 588761.58734026198, 2325539.2523541025, 105.8542, 21.0285",
        "32756, 334900.56965226191, 6252288.7528882924, 151.2153, -33.8568",
        "32660, 500000, 0, 177, 0",
        "4326, 105.8542, 21.0285, 105.8542, 21.0285",
        "3857, 20037508.342789244, 0, 180, 0",
        "3857, 0, 20037508.342789244, 0, 85.05112877980659"
    })
    void aMapIsKnownByItsNumber(int epsg, double x, double y, double longitude, double latitude) {
        assertThat(corner(epsg, x, y).longitude()).isCloseTo(longitude, NEAR);
        assertThat(corner(epsg, x, y).latitude()).isCloseTo(latitude, NEAR);
    }

    @ParameterizedTest
    @CsvSource({"0", "32600", "32661", "32700", "32761", "27700"})
    void otherMapsAreNot(int epsg) {
        assertThat(Placement.of(new Georeference(0, 1, 0, 0, 0, -1, epsg))).isEmpty();
    }

    @Test
    void columnsAndRowsLeadAlongTheMap() {
        Georeference turned = new Georeference(100, 0.5, 0.25, 20, -0.25, -0.5, 4326);
        LonLat place = Placement.of(turned).orElseThrow().at(2, 4);
        assertThat(place).isEqualTo(new LonLat(102, 17.5));
    }
}
