package org.vung.data.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.PixelSize;
import org.vung.measure.scene.Grid;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Measurement;
import org.vung.measure.scene.Scene;
import org.vung.measure.share.Change;

class SheetTest {

    @Test
    void textsThatSpreadsheetsRunAreMadeHarmless() {
        Sheet sheet = new Sheet(
                List.of("a"),
                List.of(
                        List.of("=1+1"),
                        List.of("+1"),
                        List.of("-x"),
                        List.of("@sum"),
                        List.of("\tx"),
                        List.of("\r=x"),
                        List.of("=HYPERLINK(\"http://x\",\"y\")"),
                        List.of("a,b"),
                        List.of("say \"hi\""),
                        List.of("two\nlines"),
                        List.of(""),
                        List.of(-1.5),
                        List.of(-2),
                        List.of(Double.NaN),
                        List.of(Double.POSITIVE_INFINITY)));
        assertThat(sheet.csv())
                .isEqualTo(
                        "a\n'=1+1\n'+1\n'-x\n'@sum\n'\tx\n\"'\r=x\"\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n\"a,b\"\n"
                                + "\"say \"\"hi\"\"\"\n\"two\nlines\"\n\n-1.5\n-2\n\ninf\n");
    }

    @Test
    void rowsMustBeAsLongAsColumns() {
        assertThatThrownBy(() -> new Sheet(List.of("a", "b"), List.of(List.of(1))))
                .hasMessage("rows must have 2 cells, got 1");
    }

    private static Measurement measured() {
        LabelMap labels = LabelMap.of(new Size(2, 4), new int[] {1, 1, 0, 2, 1, 1, 0, 2});
        Image photo = Image.of(new Size(2, 4), Layout.GREY, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        return Scene.of(labels, Legend.classes(List.of("background", "crop", "=weed, \"tall\"")))
                .withPixel(PixelSize.square(0.5, "mm"))
                .withPhoto(photo)
                .withGrid(Grid.of(1, 2))
                .measure();
    }

    @Test
    void sharesStandForImageAndCells() {
        assertThat(Sheets.shares(measured()).csv()).isEqualTo("""
                        place,name,bbox-0,bbox-1,bbox-2,bbox-3,class,area,area_mm2,share,count
                        image,,0,0,2,4,background,2,0.5,0.25,0
                        image,,0,0,2,4,crop,4,1.0,0.5,1
                        image,,0,0,2,4,"'=weed, ""tall""\",2,0.5,0.25,1
                        cell,r1c1,0,0,2,2,crop,4,1.0,1.0,1
                        cell,r1c2,0,2,2,4,background,2,0.5,0.5,0
                        cell,r1c2,0,2,2,4,"'=weed, ""tall""\",2,0.5,0.5,1
                        """);
    }

    @Test
    void regionsHaveTheNamesOfRegionprops() {
        Sheet sheet = Sheets.regions(measured(), name -> name.equals("crop"), true);
        assertThat(sheet.columns())
                .startsWith(
                        "label", "class", "bbox-0", "bbox-1", "bbox-2", "bbox-3", "centroid-0", "centroid-1", "area")
                .contains(
                        "area_mm2", "axis_major_length", "axis_major_length_mm", "perimeter_crofton", "intensity_mean")
                .endsWith("nearest", "nearest_edge_mm", "nearest_centroid_mm")
                .doesNotContain("eccentricity_mm");
        assertThat(sheet.rows()).hasSize(1);
        List<Object> row = sheet.rows().get(0);
        assertThat(row.subList(0, 10)).containsExactly(1, "crop", 0, 0, 2, 2, 0.5, 0.5, 4L, 1.0);
        assertThat(row.get(sheet.columns().indexOf("intensity_mean"))).isEqualTo(3.5);
        assertThat(row.subList(row.size() - 3, row.size())).containsExactly(2, 0.5, 1.25);
    }

    @Test
    void changesAreToldPerHourAndInUnits() {
        Sheet sheet = Sheets.changes(
                List.of(new Change(1, 4, 6, 3, 1)),
                Legend.classes(List.of("land", "fire")),
                PixelSize.square(100, "m"),
                Optional.of(Duration.ofMinutes(30)));
        assertThat(sheet.csv()).isEqualTo("""
                        class,before,after,gained,lost,net,growth,net_per_hour,growth_per_hour,net_m2,net_m2_per_hour
                        fire,4,6,3,1,2,0.5,4.0,1.0,20000.0,40000.0
                        """);
    }
}
