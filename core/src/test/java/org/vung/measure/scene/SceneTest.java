package org.vung.measure.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.measure.PixelSize;
import org.vung.measure.share.Change;

class SceneTest {

    private static final Legend FIELD = Legend.classes(List.of("background", "crop", "weed"));

    private static LabelMap map(String... rows) {
        int[] labels = String.join("", rows).chars().map(sign -> sign - '0').toArray();
        return LabelMap.of(new Size(rows.length, rows[0].length()), labels);
    }

    @Test
    void groundIsCoveredButNoRegion() {
        Measurement measured = Scene.of(map("0012", "0012"), FIELD).measure();
        assertThat(measured.regions()).extracting(MeasuredRegion::name).containsExactly("crop", "weed");
        assertThat(measured.image().share(0)).isEqualTo(0.5);
        Measurement all =
                Scene.of(map("0012", "0012"), FIELD.withGround(Set.of())).measure();
        assertThat(all.regions()).extracting(MeasuredRegion::id).containsExactly(0, 1, 2);
        Measurement other =
                Scene.of(map("0012", "0012"), FIELD.withGround(Set.of("crop"))).measure();
        assertThat(other.regions()).extracting(MeasuredRegion::name).containsExactly("background", "weed");
        assertThatThrownBy(() -> FIELD.withGround(Set.of("grass"))).hasMessageContaining("got 'grass'");
    }

    @Test
    void connectedPartsAreRegionsOfTheirOwn() {
        Measurement measured = Scene.of(map("1010", "1010", "0002"), FIELD)
                .withConnectedParts()
                .measure();
        assertThat(measured.regions()).extracting(MeasuredRegion::id).containsExactly(1, 2, 3);
        assertThat(measured.regions()).extracting(MeasuredRegion::name).containsExactly("crop", "crop", "weed");
        assertThat(measured.image().count(1)).isEqualTo(2);
        assertThat(measured.nearest()).hasSize(3);
        assertThat(measured.nearest().get(2).label()).isEqualTo(3);
        assertThat(measured.nearest().get(2).nearest()).isEqualTo(2);
    }

    @Test
    void ignoredLabelsStayOutOfEverything() {
        LabelMap labels = map("0199", "1199");
        assertThatThrownBy(() -> Scene.of(labels, FIELD).measure())
                .hasMessage("labels must be 0 … 2 as their names say, got 9");
        Measurement measured = Scene.of(labels, FIELD.ignoring(9)).measure();
        assertThat(measured.image().pixels()).isEqualTo(4);
        assertThat(measured.image().share(1)).isEqualTo(0.75);
        assertThat(measured.regions()).hasSize(1);
    }

    @Test
    void objectsHaveTheirClasses() {
        Legend legend = Legend.objects(List.of("cat", "dog"), List.of(1, 0, 1));
        Measurement measured = Scene.of(map("0123", "0123"), legend).measure();
        assertThat(measured.regions()).extracting(MeasuredRegion::name).containsExactly("dog", "cat", "dog");
        assertThat(measured.image().count(legend.indexOf("dog"))).isEqualTo(2);
        assertThat(measured.image().share(legend.indexOf("dog"))).isEqualTo(0.5);
    }

    @Test
    void cellsCountRegionsByTheirCentroids() {
        Scene scene = Scene.of(map("11100000", "11100000", "00000022", "00000022"), FIELD)
                .withGrid(Grid.of(2, 4));
        List<Coverage> cells = scene.measure().cells();
        assertThat(cells)
                .extracting(cell -> cell.place().name())
                .startsWith("r1c1", "r1c2")
                .endsWith("r2c4");
        assertThat(cells.get(0).count(1)).isEqualTo(1);
        assertThat(cells.get(1).count(1)).isZero();
        assertThat(cells.get(1).share(1)).isEqualTo(0.5);
        assertThat(cells.get(7).count(2)).isEqualTo(1);
    }

    @Test
    void cellsOfASideAreCutAtTheBorder() {
        List<Coverage> cells = Scene.of(map("11122", "11122", "00022"), FIELD)
                .withGrid(Grid.squares(2))
                .measure()
                .cells();
        assertThat(cells).hasSize(6);
        assertThat(cells.get(5).place().box().width()).isEqualTo(1);
        assertThat(cells.get(5).pixels()).isEqualTo(1);
    }

    @Test
    void partsCutRegions() {
        LabelMap labels = map("1111", "1111");
        boolean[] left = {true, true, false, false, true, false, false, false};
        Scene scene = Scene.of(labels, FIELD).within(List.of(new Part("left", RunLengths.of(labels.size(), left))));
        Measurement measured = scene.measure();
        assertThat(measured.regions().get(0).region().area()).isEqualTo(3);
        assertThat(measured.image().pixels()).isEqualTo(3);
        Part empty = new Part("empty", RunLengths.empty(labels.size()));
        assertThat(Scene.of(labels, FIELD)
                        .within(List.of(empty))
                        .measure()
                        .parts()
                        .get(0)
                        .share(1))
                .isNaN();
    }

    @Test
    void changeLooksAtWhatCountsInBoth() {
        Measurement before = Scene.of(map("1190", "0000"), FIELD.ignoring(9)).measure();
        Measurement after = Scene.of(map("1110", "1100"), FIELD.ignoring(9)).measure();
        assertThat(after.since(before)).containsExactly(new Change(0, 5, 3, 0, 2), new Change(1, 2, 4, 2, 0));
        Measurement other = Scene.of(map("11"), FIELD).measure();
        assertThatThrownBy(() -> other.since(before)).hasMessageContaining("one size, got 2x4 and 1x2");
    }

    @Test
    void propertiesInUnitsFollowThePixel() {
        Measurement measured = Scene.of(map("1100", "1100"), FIELD)
                .withPixel(new PixelSize(2, 3, "um"))
                .measure();
        MeasuredRegion region = measured.regions().get(0);
        PixelSize pixel = measured.scene().pixel();
        assertThat(Property.AREA.of(region, PixelSize.NONE)).isEqualTo(4);
        assertThat(Property.AREA.of(region, pixel)).isEqualTo(24);
        assertThat(Property.PERIMETER.of(region, pixel)).isNaN();
        // a rectangle of 4 x 6 um: its long axis is 4 sqrt of the variance of two middles 3 um apart
        assertThat(Property.AXIS_MAJOR_LENGTH.of(region, pixel)).isEqualTo(4 * 1.5, within(1e-12));
        assertThat(Property.AXIS_MAJOR_LENGTH.of(region, PixelSize.NONE)).isEqualTo(4 * 0.5, within(1e-12));
    }

    @Test
    void aPhotoOfAnotherSizeIsRefused() {
        Image photo = Image.of(new Size(3, 3), Layout.GREY, new byte[9]);
        Scene scene = Scene.of(map("11"), FIELD);
        assertThatThrownBy(() -> scene.withPhoto(photo)).hasMessage("photo must have the labels' size 1x2, got 3x3");
    }

    @Test
    void onePixelIsEnough() {
        Measurement measured = Scene.of(map("1"), FIELD)
                .withConnectedParts()
                .withGrid(Grid.of(1, 1))
                .measure();
        MeasuredRegion region = measured.regions().get(0);
        assertThat(Property.AREA.of(region, PixelSize.NONE)).isEqualTo(1);
        assertThat(Property.SOLIDITY.of(region, PixelSize.NONE)).isEqualTo(1);
        assertThat(Property.CIRCULARITY.of(region, PixelSize.NONE)).isInfinite();
        assertThat(measured.nearest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5um, 0.5, 0.5, um",
        "30 m, 30, 30, m",
        "10x20m, 10, 20, m",
        "1e-3 mm, 0.001, 0.001, mm",
        ".25µm, 0.25, 0.25, um"
    })
    void pixelSizesAreRead(String text, double height, double width, String unit) {
        assertThat(PixelSize.parse(text)).isEqualTo(new PixelSize(height, width, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0.5", "um", "NaNum", "-1um", "0um", "1e999m", "1 parsec", "1x2x3m", "1,5um", "1xm", "infm"})
    void sizesThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> PixelSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
