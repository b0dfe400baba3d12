package org.vung.applications.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.rule.RuleFile;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.measure.rule.Watch;
import org.vung.measure.scene.Part;

class OutlookTest {

    private static final Size SIZE = new Size(100, 100);
    private static final List<String> CLASSES = List.of("road", "car", "pedestrian", "bicyclist");
    private static final Corridor CORRIDOR = new Corridor(0.4, 0.5, 0.2, 0.8, 0.5);
    private static final Outlook.View VIEW = Outlook.View.of(CORRIDOR, CLASSES, SIZE);

    private static LabelMap road(int bottom, int rows, int label) {
        int[] labels = new int[SIZE.pixels()];
        for (int row = bottom - rows; row < bottom; row++) {
            Arrays.fill(labels, SIZE.index(row, 45), SIZE.index(row, 55), label);
        }
        return LabelMap.wrap(SIZE, labels);
    }

    private static Watch watch() throws IOException {
        return RuleFile.read(Path.of("driving", "rules.yaml")).watch();
    }

    @Test
    void groundIsTwiceAsFarHalfWayToTheHorizon() {
        assertThat(CORRIDOR.distance(1)).isEqualTo(1);
        assertThat(CORRIDOR.distance(0.7)).isCloseTo(2, within(1e-12));
        assertThat(CORRIDOR.distance(0.55)).isCloseTo(4, within(1e-12));
    }

    @Test
    void bandsShareTheCorridorWithoutOverlap() {
        List<Part> bands = CORRIDOR.bands(SIZE);
        assertThat(bands).extracting(Part::name).containsExactly("near", "middle", "far");
        assertThat(bands.get(0).mask().intersection(bands.get(1).mask())).isZero();
        assertThat(bands.get(0).mask().box().orElseThrow().row()).isEqualTo(70);
        assertThat(bands.get(2).mask().box().orElseThrow().row()).isEqualTo(50);
        assertThat(bands.get(0).mask().area()).isBetween(1300, 1400); // (60 + 30) / 2 columns by 30 rows
    }

    @Test
    void aPersonWarnsFromTheSecondFrameOnAndUntilTheWayIsFree() throws IOException {
        Watch watch = watch();
        LabelMap person = road(90, 15, 2);
        LabelMap little = road(90, 4, 2);
        LabelMap free = road(90, 0, 2);
        assertThat(Outlook.of(person, VIEW, watch).warnings()).isEmpty();
        assertThat(Outlook.of(person, VIEW, watch).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.place().name()).isEqualTo("near"));
        assertThat(Outlook.of(little, VIEW, watch).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.isHeld()).isTrue());
        assertThat(Outlook.of(free, VIEW, watch).warnings()).isEmpty();
        assertThat(Outlook.of(little, VIEW, watch).warnings()).isEmpty();
    }

    @Test
    void theNearestThingIsToldByWhereItStands() throws IOException {
        assertThat(Outlook.of(road(70, 10, 1), VIEW, watch()).nearest()).isCloseTo(2, within(1e-9));
        assertThat(Outlook.of(road(70, 0, 1), VIEW, watch()).nearest()).isInfinite();
        Outlook outlook = Outlook.of(road(90, 10, 1), VIEW, watch());
        assertThat(outlook.share(VIEW.legend(), "car") + outlook.share(VIEW.legend(), "road"))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void thePictureShowsTheCorridorAndTheThingInIt() throws IOException {
        LabelMap labels = road(90, 15, 2);
        Image frame = Image.wrap(SIZE, Layout.RGB, new byte[SIZE.pixels() * 3]);
        Image picture = FramePicture.of(frame, labels, Outlook.of(labels, VIEW, watch()), VIEW, "frame");
        assertThat(picture.sample(82, 50, 0)).as("red of the person").isGreaterThan(100);
        assertThat(picture.sample(82, 35, 1)).as("green of the road").isGreaterThan(picture.sample(82, 35, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "horizon=0.4",
                "horizon=0.4,top=0.3,left=0.2,right=0.8,vanishing=0.5",
                "horizon=0.4,top=0.5,left=0.9,right=0.8,vanishing=0.5",
                "horizon=0.4.1,top=0.5,left=0.2,right=0.8,vanishing=0.5",
                "horizon=-1,top=0.5,left=0.2,right=0.8,vanishing=0.5"
            })
    void anImpossibleCorridorIsRefused(String text) {
        assertThatThrownBy(() -> Corridor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corridor must");
    }
}
