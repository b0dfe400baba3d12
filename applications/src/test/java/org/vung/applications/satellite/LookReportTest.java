package org.vung.applications.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vung.applications.satellite.Sentinel2.Band;
import org.vung.data.geo.GroundSize;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Georeference;
import org.vung.image.file.Existing;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;

class LookReportTest {

    private static final Size SIZE = new Size(64, 64);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path scratch;

    /** The left half is water: bright in green, dark in both infra-reds; the right half vegetation. */
    private static Sentinel2 chip() {
        float[] samples = new float[SIZE.pixels() * 13];
        for (int pixel = 0; pixel < SIZE.pixels(); pixel++) {
            boolean water = pixel % SIZE.width() < 32;
            float[] usual = water ? new float[] {900, 1000, 700, 300, 100} : new float[] {600, 800, 700, 3000, 1800};
            int[] places = {1, 2, 3, 7, 11};
            for (int band = 0; band < places.length; band++) {
                samples[pixel * 13 + places[band]] = usual[band] + pixel % 7;
            }
        }
        return new Sentinel2(Image.wrap(SIZE, Layout.BANDS, samples));
    }

    @Test
    void anIndexIsTheNormalisedDifferenceOfTwoBands() {
        assertThat(chip().index(Band.GREEN, Band.NEAR_INFRARED).sample(0, 0, 0)).isCloseTo(700 / 1300f, within(1e-6f));
        assertThat(chip().index(Band.NEAR_INFRARED, Band.RED).sample(0, 63, 0)).isCloseTo(2300 / 3700f, within(1e-3f));
        assertThat(chip().picture().layout()).isEqualTo(Layout.RGB);
        assertThatThrownBy(() -> new Sentinel2(Image.wrap(SIZE, Layout.RGB, new byte[SIZE.pixels() * 3])))
                .hasMessageContaining("13 bands, got 3");
    }

    @ParameterizedTest
    @EnumSource
    void everyIndexFindsTheWater(WaterIndex index) {
        LabelMap water = index.water(chip());
        assertThat(water.at(5, 31)).isEqualTo(1);
        assertThat(water.at(5, 32)).isZero();
        assertThat(water.areas()).containsExactly(2048, 2048);
    }

    @Test
    void areasAreHectaresAndOutlinesAreDegrees() throws IOException {
        Georeference map = new Georeference(2, 1e-4, 0, 40, 0, -1e-4, 4326);
        PixelSize pixel = GroundSize.of(map, SIZE).orElseThrow();
        Look look = new Looks(WaterIndex.NDWI_ZERO)
                .water(new Looks.Opened("chip", chip().bands(), Optional.of(map), pixel));
        LookReport report = new LookReport(look, 32, RuleFile.read(Path.of("satellite", "rules.yaml")));
        double row = Math.toRadians(1e-4) * 6_371_000; // a degree of latitude is as long as on a sphere within 0.6 %
        double expected = 2048 * row * row * Math.cos(Math.toRadians(40)) / 10_000;
        assertThat(report.hectares(1)).isCloseTo(expected, within(0.006 * expected));
        assertThat(report.cells()).hasSize(2);
        Path file = scratch.resolve("chip.geojson");
        report.writeMap(file, 0, Existing.KEEP);
        assertThat(Files.readString(file)).contains("EPSG:4326", "\"name\":\"water\"", "[2,40]", "[2.0032,39.9936]");
    }

    @ParameterizedTest
    @CsvSource({"10,90,160,water", "235,240,245,ice or cloud", "90,120,80,green land", "200,160,120,bare land"})
    void coloursOfTheEarthHaveNames(double red, double green, double blue, String name) {
        assertThat(LandColours.CLASSES.get(LandColours.name(red, green, blue)).name())
                .isEqualTo(name);
    }

    @Test
    void theWholeEarthHas510MillionSquareKilometres() {
        LabelMap all = LabelMap.wrap(new Size(180, 360), new int[180 * 360]);
        assertThat(Globe.area(all, 0) / 1e6).isCloseTo(510.07, within(0.01));
    }

    @Test
    void aRealFloodIsFound() throws IOException {
        assumeTrue(System.getenv("VUNG_DATA") != null, "VUNG_DATA is not set");
        Look look = new Looks(WaterIndex.MNDWI_OTSU).flood();
        LookReport report = new LookReport(look, 32, RuleFile.read(Path.of("satellite", "rules.yaml")));
        assertThat(report.scores().orElseThrow().iou(1)).isGreaterThan(0.7);
        assertThat(report.hectares(1)).isBetween(500.0, 700.0);
    }
}
