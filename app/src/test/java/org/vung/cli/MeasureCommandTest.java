package org.vung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.codec.Limits;
import org.vung.image.file.Existing;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import tools.jackson.databind.JsonNode;

class MeasureCommandTest {

    @TempDir
    Path folder = Path.of("");

    /** Rows of digits, each a label. */
    private Path labels(String name, String... rows) throws IOException {
        int[] labels = String.join("", rows).chars().map(sign -> sign - '0').toArray();
        Path file = folder.resolve(name);
        Size size = new Size(rows.length, rows[0].length());
        ImageFiles.writeLabels(LabelMap.of(size, labels), Palette.voc(), file, Existing.REPLACE);
        return file;
    }

    private Path field() throws IOException {
        Path file = labels("field.labels.png", "00112200", "00112200", "00110000", "00110002");
        Files.writeString(
                folder.resolve("field.json"),
                "{\"results\": [{\"kind\": \"semantic\", \"classes\": [\"background\", \"crop\", \"weed\"]}]}");
        return file;
    }

    private Run run(Object... words) {
        List<String> all = new ArrayList<>(List.of("measure", "-o", out().toString()));
        for (Object word : words) {
            all.add(word.toString());
        }
        return Run.of(all.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String rules(String yaml) throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, yaml);
        return file.toString();
    }

    @Test
    void tablesFilesAndReportAreWritten() throws Exception {
        Run run = run(field(), "--connected", "--pixel-size", "0.5mm");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("field.labels.png  4x8  3 regions")
                .contains("image              crop     8     2.000  0.2500      1")
                .contains("2       weed");
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "field.measure.json", "field.regions.csv", "field.report.html", "field.shares.csv");
        }
        assertThat(Files.readAllLines(out().resolve("field.regions.csv")))
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("1,crop,0,2,4,4,1.5,2.5,8,2.0,8,2.0,");
    }

    @Test
    void jsonOnStandardOutputIsThatOfTheFile() throws Exception {
        Run run = run(field(), "--connected", "--distances", "--grid", "1x2", "--json");
        JsonNode result = run.json().path("results").get(0);
        assertThat(run.json().path("schema_version").asInt()).isEqualTo(1);
        assertThat(result.path("regions")).hasSize(3);
        assertThat(result.path("regions").get(1).path("class").asString()).isEqualTo("weed");
        assertThat(result.path("regions").get(1).path("nearest").asInt()).isEqualTo(1);
        assertThat(result.path("regions").get(1).path("nearest_edge").asDouble())
                .isZero();
        assertThat(result.path("shares").get(3).path("name").asString()).isEqualTo("r1c1");
        assertThat(result.path("shares").get(3).path("share").asDouble()).isEqualTo(0.5);
        assertThat(Files.readString(out().resolve("field.measure.json"))).isEqualToNormalizingNewlines(run.out());
    }

    @Test
    void rulesTellWhatFiredWhereAndWithWhichNumbers() throws Exception {
        String yaml = rules("""
                rules:
                  - name: weeds take over
                    each: cell
                    measure: share(weed) / share(crop)
                    above: 0.5
                    action: spray
                  - name: large
                    each: region
                    of: crop
                    measure: area
                    at-least: 8
                """);
        Run run = run(field(), "--connected", "--grid", "1x2", "--rules", yaml, "--json");
        assertThat(run.code()).isZero();
        JsonNode verdicts = run.json().path("results").get(0).path("verdicts");
        assertThat(verdicts).hasSize(2);
        JsonNode first = verdicts.get(0);
        assertThat(first.path("name").asString()).isEqualTo("r1c2");
        assertThat(first.path("value").isNull()).isTrue();
        assertThat(first.path("numbers").path("share(weed)").asDouble()).isEqualTo(5 / 16.0);
        assertThat(first.path("text").asString())
                .isEqualTo("weeds take over: cell r1c2: ∞ (share(weed) = 0.3125, share(crop) = 0) above 0.5 → spray");
        assertThat(verdicts.get(1).path("place").asString()).isEqualTo("region");
        String report = Files.readString(out().resolve("field.report.html"));
        assertThat(report).contains("weeds take over: cell r1c2").contains("<th scope=\"col\">eccentricity</th>");
    }

    @Test
    void theReportHoldsItsPictureAndRunsNoScript() throws Exception {
        Path photo = folder.resolve("<b>photo.png");
        ImageFiles.write(Image.of(new Size(4, 8), Layout.GREY, new byte[32]), photo, Existing.REPLACE);
        assertThat(run(field(), "--photo", photo).code()).isZero();
        String report = Files.readString(out().resolve("field.report.html"));
        assertThat(report).doesNotContain("<script", "<b>photo").contains("&lt;b&gt;photo.png");
        Matcher data = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(report);
        assertThat(data.find()).isTrue();
        Image picture = ImageFiles.read(Base64.getDecoder().decode(data.group(1)), "picture", Limits.standard());
        assertThat(picture.size()).isEqualTo(new Size(32, 64));
    }

    @Test
    void changeIsToldPerHour() throws Exception {
        Path before = labels("before.png", "0110", "0000");
        Path after = labels("after.png", "0111", "0010");
        Run run = run(after, "--change", before, "--hours", "0.5", "--names", "land,fire", "--json");
        JsonNode change = run.json().path("results").get(0).path("change").get(1);
        assertThat(change.path("class").asString()).isEqualTo("fire");
        assertThat(change.path("gained").asInt()).isEqualTo(2);
        assertThat(change.path("lost").asInt()).isZero();
        assertThat(change.path("net_per_hour").asDouble()).isEqualTo(4);
        assertThat(out().resolve("after.change.csv")).exists();
    }

    @Test
    void aSeriesKeepsItsHysteresis() throws Exception {
        Path one = labels("t1.png", "1110");
        Path two = labels("t2.png", "1100");
        Path three = labels("t3.png", "1000");
        String yaml = rules("""
                rules:
                  - name: fire
                    measure: share(1)
                    above: 0.6
                    until: 0.5
                    action: alert
                  - name: dies down
                    measure: growth(1)
                    below: -1
                """);
        Run run = run(one, two, three, "--every", "30min", "--rules", yaml, "--json");
        List<String> texts = new ArrayList<>();
        for (JsonNode result : run.json().path("results")) {
            result.path("verdicts")
                    .forEach(verdict ->
                            texts.add(result.path("labels").asString().replaceAll(".*(t[0-9]).*", "$1 ")
                                    + verdict.path("text").asString()));
        }
        assertThat(texts)
                .containsExactly(
                        "t1 fire: image: share(1) = 0.7500 above 0.6 → alert",
                        "t2 fire: image: share(1) = 0.5000 held, not yet past 0.5 → alert",
                        "t2 dies down: image: growth(1) = -2 below -1",
                        "t3 dies down: image: growth(1) = -2 below -1");
        assertThat(run.json().path("results").get(0).path("change").isMissingNode())
                .isTrue();
        assertThat(run.json().path("results").get(1).path("hours").asDouble()).isEqualTo(0.5);
    }

    @Test
    void timePassesWhileAnImageFails() throws Exception {
        Path one = labels("t1.png", "1110");
        Path three = labels("t3.png", "1000");
        Run run = run(one, folder.resolve("t2.png"), three, "--every", "30min", "--json");
        assertThat(run.code()).isEqualTo(5);
        JsonNode last = run.json().path("results").get(1);
        assertThat(last.path("hours").asDouble()).isEqualTo(1);
        assertThat(last.path("change").get(1).path("net_per_hour").asDouble()).isEqualTo(-2);
    }

    @Test
    void ofAFolderTheLabelsAloneAreTaken() throws Exception {
        Path photo = Run.photo(folder.resolve("photo.png"));
        assertThat(Run.of("segment", photo.toString(), "-o", out().toString()).code())
                .isZero();
        Run run = run(out(), "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().path("results")).hasSize(1);
        assertThat(out().resolve("photo.measure.json")).exists();
    }

    @Test
    void partsOfInterestAreToldOneByOne() throws Exception {
        Path roi = folder.resolve("roi.geojson");
        Files.writeString(
                roi,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"a, \\\"b\\\"\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[6,0],[6,2],[2,2]]]}}]}");
        Run run = run(field(), "--within", roi);
        assertThat(run.code()).isZero();
        assertThat(Files.readString(out().resolve("field.shares.csv")))
                .contains("image,,0,0,4,8,crop,4,0.5,1\n")
                .contains("part,\"a, \"\"b\"\"\",0,2,2,6,weed,4,0.5,1\n");
    }

    @Test
    void unknownPixelsOfGroundTruthStayOut() throws Exception {
        int[] truth = {0, 0, 1, 255};
        Path file = folder.resolve("truth.png");
        ImageFiles.writeLabels(LabelMap.of(new Size(1, 4), truth), 256, Palette.voc(), file, Existing.REPLACE);
        JsonNode shares = run(file, "--json").json().path("results").get(0).path("shares");
        assertThat(shares).hasSize(2);
        assertThat(shares.get(1).path("share").asDouble()).isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    void cellsInUnitsFollowPixelsThatAreNotSquare() throws Exception {
        Run run = run(field(), "--pixel-size", "2x1m", "--cell", "4m", "--json");
        JsonNode shares = run.json().path("results").get(0).path("shares");
        JsonNode last = shares.get(shares.size() - 1);
        assertThat(last.path("name").asString()).isEqualTo("r2c2");
        assertThat(last.path("bbox-0").asInt()).isEqualTo(2);
        assertThat(last.path("bbox-1").asInt()).isEqualTo(4);
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        Path field = field();
        assertThat(run(field).code()).isZero();
        Run again = run(field);
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.err()).contains("exists already; add --overwrite");
        assertThat(run(field, "--overwrite").code()).isZero();
        assertThat(run(field, "--format", "json").code()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--pixel-size 0um | 2 | pixel height must be above 0 and finite, got 0.0",
                "--pixel-size NaN | 2 | --pixel-size: pixel size must be a number and a unit",
                "--grid 0x3 | 2 | grid must have at least 1x1",
                "--grid 3 | 2 | --grid must be ROWSxCOLUMNS, such as 4x6, got '3'",
                "--grid 99999x99999 | 2 | at most 1000000 cells",
                "--grid 100x100 | 3 | rows of the grid must be 1 … 4, got 100",
                "--cell 5parsec | 2 | --cell must be a number and px or a unit",
                "--cell 5m | 3 | pixel size must be known to measure in m",
                "--cell 0px | 3 | cell must be at least 1x1 pixels, got 0x0; make it larger",
                "--grid 1x1 --cell 4 | 2 | --grid and --cell must not go together",
                "--class wed | 3 | got 'wed'; did you mean 'weed'?",
                "--ground grass | 3 | got 'grass'",
                "--hours 2 | 2 | --hours must go with --change",
                "--every soon | 2 | --every must be a time above 0 in s, min, h or d, such as 30min, got 'soon'",
                "--every 0s | 2 | --every must be a time above 0",
                "--format pdf | 2 | --format must be one or more of csv, json, html, got 'pdf'",
                "--ignore -1 | 2 | --ignore must be at least 0",
                "--names background | 3 | labels must be 0 … 0 as their names say, got 1",
                "--photo none.png | 6 | none.png: no such file",
                "--within none.png | 6 | none.png: no such file",
                "--rules none.yaml | 6 | none.yaml: no such file",
                "--change none.png | 6 | none.png: no such file",
            })
    void whatCannotBeDoneIsSaidInOneLine(String options, int code, String message) throws Exception {
        List<Object> words = new ArrayList<>(List.of(field()));
        words.addAll(List.of((Object[]) options.split(" ", -1)));
        Run run = run(words.toArray());
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void badRulesAreRefusedWithLineAndMend() throws Exception {
        String yaml = rules("rules:\n  - name: a\n    measure: share(weed)\n    abov: 1\n");
        Run run = run(field(), "--rules", yaml);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("rules.yaml: line 4, column 5: ").contains("did you mean 'above'?");
        Run unknown = run(field(), "--rules", rules("rules:\n  - name: a\n    measure: share(wed)\n    above: 1\n"));
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err())
                .contains("rule 'a': class must be one of background, crop, weed, got 'wed'; did you mean 'weed'?");
    }

    @Test
    void aPhotoOfAnotherSizeIsRefused() throws Exception {
        Path photo = Run.photo(folder.resolve("photo.png"));
        Run run = run(field(), "--photo", photo);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("photo must have the labels' size 4x8, got 8x12");
    }

    @Test
    void someFailAndTheRestIsDone() throws Exception {
        Path broken = folder.resolve("broken.png");
        Files.write(broken, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Run run = run(field(), broken, folder.resolve("none.png"));
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err().lines().count()).isEqualTo(2);
        assertThat(out().resolve("field.measure.json")).exists();
    }

    @Test
    void namesThatWouldBeFormulasAreHarmless() throws Exception {
        Path file = labels("x.png", "01");
        assertThat(run(file, "--names", "background,=cmd|' /C calc'!A0").code()).isZero();
        assertThat(Files.readString(out().resolve("x.regions.csv"))).contains("1,'=cmd|' /C calc'!A0,");
    }

    @Test
    void onePixelIsEnough() throws Exception {
        Run run = run(labels("one.png", "1"), "--connected", "--distances", "--grid", "1x1");
        assertThat(run.code()).isZero();
        assertThat(run.out().toLowerCase(Locale.ROOT)).contains("1x1  1 region\n");
    }
}
