package org.vung.score.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.image.Size;
import org.vung.mask.RunLengths;

/** The numbers of COCO's own COCOeval; {@code checks/peers/fixtures_detections.py} made them. */
class DetectionOracleTest {

    static Stream<List<String>> cases() throws Exception {
        try (InputStream in = DetectionOracleTest.class.getResourceAsStream("detections.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n", -1))
                    .skip(1)
                    .map(block -> block.lines().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void boxesScoreAsInTheReference(List<String> lines) {
        check(lines, "bbox");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void masksScoreAsInTheReference(List<String> lines) {
        check(lines, "segm");
    }

    /** The twelve numbers, then AP of classes 1, 2 …; −1 where there is nothing to score. */
    private static void check(List<String> lines, String kind) {
        DetectionScores scores = Photo.scores(photos(lines, kind.equals("segm")));
        double[] expected = lines.stream()
                .filter(line -> line.startsWith(kind))
                .flatMap(line -> Arrays.stream(line.split("\t", -1)).skip(1))
                .mapToDouble(Double::parseDouble)
                .map(value -> value == -1 ? Double.NaN : value)
                .toArray();
        Measure[] measures = Measure.values();
        for (int at = 0; at < expected.length; at++) {
            double value = at < measures.length
                    ? scores.value(measures[at])
                    : scores.value(Measure.AP, at - measures.length + 1);
            assertThat(value).isEqualTo(expected[at], within(1e-9));
        }
    }

    private static List<Photo> photos(List<String> lines, boolean masks) {
        String[] head = lines.get(0).split("\t", -1);
        Size size = new Size(Integer.parseInt(head[2]), Integer.parseInt(head[3]));
        List<Photo> photos = new ArrayList<>();
        for (int photo = Integer.parseInt(head[1]); photo > 0; photo--) {
            photos.add(new Photo(new ArrayList<>(), new ArrayList<>()));
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\t", -1);
            if (words[0].equals("true")) {
                photos.get(Integer.parseInt(words[1]) - 1)
                        .truths()
                        .add(new GroundTruth(
                                Integer.parseInt(words[2]),
                                extent(words, size, masks),
                                words[3].equals("1"),
                                Double.parseDouble(words[4])));
            } else if (words[0].equals("found")) {
                photos.get(Integer.parseInt(words[1]) - 1)
                        .detections()
                        .add(new Detection(
                                Integer.parseInt(words[2]), Double.parseDouble(words[3]), extent(words, size, masks)));
            }
        }
        return photos;
    }

    /** The last five words: row, column, height, width and run lengths. */
    private static Extent extent(String[] words, Size size, boolean mask) {
        if (mask) {
            return new ObjectMask(RunLengths.parse(size, words[words.length - 1]));
        }
        double[] box = Arrays.stream(words, words.length - 5, words.length - 1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new BoundingBox(box[0], box[1], box[2], box[3]);
    }
}
