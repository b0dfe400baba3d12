package org.vung.score.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos by chance, scored fast and by the definitions alone. */
class DetectionDefinitionTest {

    @ParameterizedTest
    @CsvSource({"BOX, 180, 14", "MASK, 80, 9", "SMALL_BOX, 40, 30", "BOX, 2, 400"})
    void scoresAreThoseOfTheDefinitions(ChancePhotos.Kind kind, int rounds, int mostDetections) {
        ChancePhotos chance = new ChancePhotos(new Random(mostDetections), kind, mostDetections);
        for (int round = 0; round < rounds; round++) {
            List<Photo> photos = chance.next();
            DetectionScores fast = Photo.scores(photos);
            DefinedScores defined = new DefinedScores(photos);
            for (Measure measure : Measure.values()) {
                assertThat(fast.value(measure)).isEqualTo(defined.value(measure), within(1e-12));
            }
            assertThat(fast.value(Measure.AP, 1)).isEqualTo(defined.value(Measure.AP, 1), within(1e-12));
        }
    }

    @Test
    void rectanglesScoreAlikeAsBoxesAndAsMasks() {
        ChancePhotos chance = new ChancePhotos(new Random(4), ChancePhotos.Kind.SMALL_BOX, 12);
        for (int round = 0; round < 100; round++) {
            List<Photo> boxes = chance.next();
            DetectionScores asBoxes = Photo.scores(boxes);
            DetectionScores asMasks = Photo.scores(
                    boxes.stream().map(DetectionDefinitionTest::filled).toList());
            for (Measure measure : Measure.values()) {
                assertThat(asMasks.value(measure)).isEqualTo(Double.valueOf(asBoxes.value(measure)));
            }
        }
    }

    private static Photo filled(Photo photo) {
        return new Photo(
                photo.truths().stream()
                        .map(each -> new GroundTruth(
                                each.category(), ChancePhotos.filled(each.extent()), each.crowd(), each.area()))
                        .toList(),
                photo.detections().stream()
                        .map(each -> new Detection(each.category(), each.score(), ChancePhotos.filled(each.extent())))
                        .toList());
    }
}
