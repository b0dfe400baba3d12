package org.vung.measure.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.vung.measure.scene.Place.Kind.CELL;
import static org.vung.measure.scene.Place.Kind.IMAGE;
import static org.vung.measure.scene.Place.Kind.PART;
import static org.vung.measure.scene.Place.Kind.REGION;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Size;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.measure.PixelSize;
import org.vung.measure.scene.Grid;
import org.vung.measure.scene.Legend;
import org.vung.measure.scene.Part;
import org.vung.measure.scene.Place;
import org.vung.measure.scene.Scene;

class WatchTest {

    private static final Legend FIELD = Legend.classes(List.of("soil", "crop", "weed"));

    /** Rows of digits, each a label. */
    private static LabelMap map(String... rows) {
        int[] labels = String.join("", rows).chars().map(sign -> sign - '0').toArray();
        return LabelMap.of(new Size(rows.length, rows[0].length()), labels);
    }

    /** A row of ten pixels of which so many are weed, the others crop. */
    private static Scene weeds(int pixels) {
        int[] labels = new int[10];
        Arrays.fill(labels, 1);
        Arrays.fill(labels, 0, pixels, 2);
        return Scene.of(LabelMap.of(new Size(1, 10), labels), FIELD);
    }

    private static Rule rule(Place.Kind each, String measure, Comparison comparison, double threshold) {
        return Rule.of("r", each, measure, comparison, threshold);
    }

    private static Rule lasting(Rule rule, double until, int images) {
        return new Rule(
                rule.name(),
                rule.each(),
                rule.measure(),
                rule.comparison(),
                rule.threshold(),
                Double.isNaN(until) ? OptionalDouble.empty() : OptionalDouble.of(until),
                images,
                "spray",
                rule.filter());
    }

    private static List<Verdict> judge(Rule rule, Scene scene) {
        return new RuleBook(List.of(rule)).judge(scene.measure());
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "share(weed), ABOVE, 0.3, false",
        "share(weed), AT_LEAST, 0.3, true",
        "share(weed), AT_MOST, 0.3, true",
        "share(weed), BELOW, 0.3, false",
        "area(weed), AT_LEAST, 3, true",
        "share(weed) / share(crop), ABOVE, 0.42, true",
        "share(weed) / share(crop), ABOVE, 0.43, false",
        "count(weed), AT_LEAST, 1, true",
        "count(), AT_LEAST, 3, false",
        "area(crop) / area(soil), ABOVE, 1e300, true",
        "area(soil) / area(soil), ABOVE, -1, false",
        "area(soil) / area(soil), BELOW, 1, false",
    })
    void imagesFireByTheirNumbers(String measure, Comparison comparison, double threshold, boolean fires) {
        assertThat(judge(rule(IMAGE, measure, comparison, threshold), weeds(3))).hasSize(fires ? 1 : 0);
    }

    /** Above 0.5 until 0.3; weeds in tenths of the image, one image after the other. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // weeds, for, fired
        "4 5 6 5 4 3 2 3 4 6, 1, ..xxxx...x",
        "6 6 6 2 6 6,         2, .xx..x",
        "6 5 6 6 6,           3, ....x",
        "6 4 3 4 2 6,         1, xxxx.x",
    })
    void hysteresisHoldsUntilTheMeasureIsPast(String weeds, int images, String fired) {
        Rule rule = lasting(rule(IMAGE, "share(weed)", Comparison.ABOVE, 0.5), 0.3, images);
        Watch watch = new RuleBook(List.of(rule)).watch();
        StringBuilder seen = new StringBuilder();
        for (String weed : weeds.split(" ", -1)) {
            List<Verdict> verdicts = watch.judge(weeds(Integer.parseInt(weed)).measure());
            seen.append(verdicts.isEmpty() ? '.' : 'x');
        }
        assertThat(seen).hasToString(fired);
    }

    @Test
    void belowIsHeldWhileTheMeasureIsNotAboveUntil() {
        Rule rule = lasting(rule(IMAGE, "share(weed)", Comparison.BELOW, 0.3), 0.5, 1);
        Watch watch = new RuleBook(List.of(rule)).watch();
        assertThat(watch.judge(weeds(2).measure())).hasSize(1);
        Verdict held = watch.judge(weeds(5).measure()).get(0);
        assertThat(held.isHeld()).isTrue();
        assertThat(held.images()).isEqualTo(2);
        assertThat(held.text()).isEqualTo("r: image: share(weed) = 0.5000 held, not yet past 0.5 → spray");
        assertThat(watch.judge(weeds(6).measure())).isEmpty();
        assertThat(watch.judge(weeds(5).measure())).isEmpty();
    }

    @Test
    void cellsRememberByRowAndColumn() {
        Rule rule = lasting(rule(CELL, "share(weed) / share(crop)", Comparison.ABOVE, 0.5), 0.3, 1);
        Watch watch = new RuleBook(List.of(rule)).watch();
        Scene first = Scene.of(map("2211", "1111"), FIELD).withGrid(Grid.of(1, 2));
        List<Verdict> fired = watch.judge(first.measure());
        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).place().name()).isEqualTo("r1c1");
        assertThat(fired.get(0).value()).isEqualTo(1);
        assertThat(fired.get(0).terms())
                .containsExactly(new Verdict.Term("share(weed)", 0.5), new Verdict.Term("share(crop)", 0.5));
        assertThat(fired.get(0).text())
                .isEqualTo("r: cell r1c1: 1 (share(weed) = 0.5000, share(crop) = 0.5000) above 0.5 → spray");
        Scene less = Scene.of(map("2111", "1112"), FIELD).withGrid(Grid.of(1, 2));
        assertThat(watch.judge(less.measure()))
                .extracting(verdict -> verdict.place().name(), Verdict::isHeld)
                .containsExactly(tuple("r1c1", true));
    }

    @Test
    void regionsFollowTheOneThatHasMostOfTheirPixels() {
        Rule rule = lasting(rule(REGION, "area", Comparison.AT_LEAST, 4), 2, 1);
        Watch watch = new RuleBook(List.of(rule)).watch();
        assertThat(regions(watch, "111100", "000000", "220000")).containsExactly("1");
        // renumbered and smaller: 2 is what 1 was, 1 is new ground
        assertThat(regions(watch, "222001", "000001", "000001")).containsExactly("2");
        assertThat(regions(watch, "200001", "000001", "000001")).isEmpty();
    }

    private static List<String> regions(Watch watch, String... rows) {
        return watch.judge(Scene.of(map(rows), Legend.numbers()).measure()).stream()
                .map(verdict -> verdict.place().name())
                .toList();
    }

    @Test
    void regionsAreFilteredByClassAndCondition() {
        Scene scene = Scene.of(map("22011", "20011", "00000", "22222"), FIELD).withConnectedParts();
        Rule all = rule(REGION, "area", Comparison.ABOVE, 0);
        assertThat(judge(all, scene)).hasSize(4);
        Rule some = new Rule(
                "weeds",
                REGION,
                Expression.parse("area"),
                Comparison.ABOVE,
                0,
                OptionalDouble.empty(),
                1,
                "",
                new Rule.Filter(List.of("weed"), Condition.parse("area <= 3 and extent > 0.7")));
        List<Verdict> fired = judge(some, scene);
        assertThat(fired).extracting(Verdict::value).containsExactly(3.0);
        assertThat(fired.get(0).place().box().height()).isEqualTo(2);
    }

    @Test
    void growthIsPerHourAndUnknownOnTheFirstImage() {
        Rule rule = rule(IMAGE, "growth(weed)", Comparison.ABOVE, 3);
        Watch watch = new RuleBook(List.of(rule)).watch();
        Duration half = Duration.ofMinutes(30);
        assertThat(watch.judge(weeds(3).measure(), half)).isEmpty();
        assertThat(watch.judge(weeds(5).measure(), half))
                .extracting(Verdict::value)
                .containsExactly(4.0);
        assertThat(watch.judge(weeds(6).measure(), half)).isEmpty();
        Watch blind = new RuleBook(List.of(rule)).watch();
        assertThatThrownBy(() -> blind.judge(weeds(3).measure()))
                .hasMessageContaining("growth(weed) must know the time between images");
    }

    @Test
    void unitsAreThoseThatAreWritten() {
        Scene scene = weeds(3).withPixel(PixelSize.square(50, "m"));
        assertThat(judge(rule(IMAGE, "area_ha(weed)", Comparison.ABOVE, 0), scene)
                        .get(0)
                        .value())
                .isEqualTo(0.75);
        assertThat(judge(rule(IMAGE, "area_m2(weed)", Comparison.ABOVE, 0), scene)
                        .get(0)
                        .value())
                .isEqualTo(7500);
        assertThat(judge(rule(IMAGE, "area(weed)", Comparison.ABOVE, 0), scene)
                        .get(0)
                        .value())
                .isEqualTo(3);
        assertThatThrownBy(() -> judge(rule(IMAGE, "area_ha(weed)", Comparison.ABOVE, 0), weeds(3)))
                .hasMessageContaining("pixel size must be known to measure in ha");
    }

    @Test
    void distanceIsFromEdgeToEdge() {
        Scene scene = Scene.of(map("1000", "0002"), FIELD).withPixel(PixelSize.square(0.5, "um"));
        assertThat(judge(rule(IMAGE, "distance(crop, weed)", Comparison.ABOVE, 0), scene)
                        .get(0)
                        .value())
                .isEqualTo(2);
        assertThat(judge(rule(IMAGE, "distance_um(crop, weed)", Comparison.ABOVE, 0), scene)
                        .get(0)
                        .value())
                .isEqualTo(1);
        Scene without = Scene.of(map("1000", "0000"), FIELD);
        assertThat(judge(rule(IMAGE, "distance(crop, weed)", Comparison.AT_LEAST, 0), without))
                .isEmpty();
    }

    @Test
    void partsAreJudgedOneByOne() {
        LabelMap labels = map("2211", "2211");
        Part left = new Part("left", RunLengths.of(labels.size(), bits("1100", "1100")));
        Part rest = new Part("rest", RunLengths.of(labels.size(), bits("0010", "0000")));
        Scene scene = Scene.of(labels, FIELD).within(List.of(left, rest));
        assertThat(judge(rule(PART, "share(weed)", Comparison.ABOVE, 0.5), scene))
                .extracting(verdict -> verdict.place().toString())
                .containsExactly("part left");
        assertThat(judge(rule(IMAGE, "share(weed)", Comparison.ABOVE, 0), scene)
                        .get(0)
                        .value())
                .isEqualTo(0.8);
    }

    private static boolean[] bits(String... rows) {
        String all = String.join("", rows);
        boolean[] bits = new boolean[all.length()];
        for (int at = 0; at < bits.length; at++) {
            bits[at] = all.charAt(at) == '1';
        }
        return bits;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "image | share(wed) | rule 'r': class must be one of soil, crop, weed, got 'wed'; did you mean 'weed'?",
                "cell | share(weed) | 'each: cell' must have cells; add --grid or --cell",
                "part | share(weed) | 'each: part' must have parts; add --within",
                "region | intensity_mean | intensity_mean must have a photo; add --photo",
                "region | perimeter_um | pixel size must be known to measure in um",
            })
    void whatTheImageDoesNotHaveIsRefused(String each, String measure, String message) {
        Place.Kind kind = Place.Kind.valueOf(each.toUpperCase(Locale.ROOT));
        assertThatThrownBy(() -> judge(rule(kind, measure, Comparison.ABOVE, 0), weeds(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "image | shre(weed) | got 'shre'; did you mean 'share'?",
                "image | share(weed, crop) | share must have the name of 1 class, got 2",
                "image | distance(weed) | distance must have the names of 2 classes, got 1",
                "image | share() | share must have the name of 1 class, got 0",
                "image | solidity | property 'solidity' must go with 'each: region'",
                "region | solidty | got 'solidty'; did you mean 'solidity'?",
                "region | area_acre | units are nm, um, mm, cm, m, hm, km after lengths and nm2, um2, mm2, cm2, m2, ha, km2",
                "cell | distance(weed, crop) | distance must go with 'each: image' or 'each: region'",
                "image | area_um(weed) | got 'area_um'",
            })
    void whatNoImageHasIsRefusedAtOnce(String each, String measure, String message) {
        Place.Kind kind = Place.Kind.valueOf(each.toUpperCase(Locale.ROOT));
        Rule rule = rule(kind, measure, Comparison.ABOVE, 0);
        assertThatThrownBy(() -> new RuleBook(List.of(rule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
