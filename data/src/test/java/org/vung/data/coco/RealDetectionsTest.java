package org.vung.data.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.RealData;
import org.vung.data.format.Datasets;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.score.detection.BoundingBox;
import org.vung.score.detection.DefinedScores;
import org.vung.score.detection.Detection;
import org.vung.score.detection.DetectionScores;
import org.vung.score.detection.Extent;
import org.vung.score.detection.GroundTruth;
import org.vung.score.detection.Measure;
import org.vung.score.detection.ObjectMask;
import org.vung.score.detection.Photo;

/** Real annotations, found again in ways of which the scores are known. */
class RealDetectionsTest {

    /**
     * The object of number k, counted from 1 over all images by name, is found k mod 5 pixels above and to the right, with the score
     * (37 k mod 16) / 16: AP, AP75, APs and AR10 as pycocotools 2.0.11 gives them for such boxes and masks.
     */
    @ParameterizedTest
    @CsvSource({
        "coco-tiny, train, bbox, 0.6320704246, 0.6375463916, 0.4469918596, 0.6596400671",
        "coco-tiny, train, segm, 0.5269876366, 0.5351883577, 0.3270289313, 0.5671511483",
        "coco-tiny, val, bbox, 0.6925364382, 0.7562963104, 0.5665680604, 0.7302099883",
        "coco-tiny, val, segm, 0.5758309402, 0.5992136180, 0.3621807469, 0.6163409988",
        "coco-person-mini, train, bbox, 0.6252933913, 0.6096468159, 0.3524131188, 0.7023255814",
        "coco-person-mini, train, segm, 0.4859206114, 0.4472352861, 0.2170133594, 0.6081395349",
        "coco-person-mini, val, bbox, 0.5944784938, 0.6231530845, 0.2741066898, 0.7200000000",
        "coco-person-mini, val, segm, 0.4954154787, 0.5257507145, 0.1731049134, 0.6430769231"
    })
    void shiftedObjectsScoreAsInTheReference(
            String folder, String part, String kind, double ap, double ap75, double small, double recall)
            throws IOException {
        int[] number = {0};
        List<Photo> photos = photos(truths(folder, part, kind), truth -> {
            int k = ++number[0];
            return Stream.of(new Detection(truth.category(), k * 37 % 16 / 16.0, shifted(truth.extent(), k % 5)));
        });
        DetectionScores scores = Photo.scores(photos);
        assertThat(scores.value(Measure.AP)).isEqualTo(ap, within(1e-9));
        assertThat(scores.value(Measure.AP75)).isEqualTo(ap75, within(1e-9));
        assertThat(scores.value(Measure.AP_SMALL)).isEqualTo(small, within(1e-9));
        assertThat(scores.value(Measure.AR10)).isEqualTo(recall, within(1e-9));
        assertDefined(photos);
    }

    @ParameterizedTest
    @CsvSource({
        "coco-tiny, train, bbox",
        "coco-tiny, train, segm",
        "coco-tiny, val, bbox",
        "coco-tiny, val, segm",
        "coco-person-mini, train, bbox",
        "coco-person-mini, train, segm",
        "coco-person-mini, val, bbox",
        "coco-person-mini, val, segm"
    })
    void knownAnswersScoreAsTheyShould(String folder, String part, String kind) throws IOException {
        List<List<GroundTruth>> images = truths(folder, part, kind);
        List<Photo> perfect = photos(images, truth -> Stream.of(found(truth, 0.5)));
        assertReached(perfect, 1);
        assertReached(photos(images, truth -> Stream.of()), 0);
        assertReached(photos(images, truth -> Stream.of(found(truth, 0.5), found(truth, 0.25))), 1);
        List<Photo> twice = photos(images, truth -> Stream.of(found(truth, 0.5), found(truth, 0.5)));
        assertDefined(twice);
        assertThat(Photo.scores(twice).value(Measure.AP))
                .isBetween(0.5, Photo.scores(perfect).value(Measure.AP) - 0.1);
    }

    private static Detection found(GroundTruth truth, double score) {
        return new Detection(truth.category(), score, truth.extent());
    }

    /** But for recalls that look at a few detections only; a size without objects has no number. */
    private static void assertReached(List<Photo> photos, double expected) {
        DetectionScores scores = Photo.scores(photos);
        for (Measure measure : EnumSet.complementOf(EnumSet.of(Measure.AR1, Measure.AR10))) {
            double value = isThere(photos, measure) ? expected : Double.NaN;
            assertThat(scores.value(measure)).as(measure.label()).isEqualTo(value, within(1e-12));
        }
    }

    private static boolean isThere(List<Photo> photos, Measure measure) {
        DoubleStream areas = photos.stream()
                .flatMap(photo -> photo.truths().stream())
                .filter(truth -> !truth.crowd())
                .mapToDouble(GroundTruth::area);
        return switch (measure) {
            case AP_SMALL, AR_SMALL -> areas.anyMatch(area -> area <= 1024);
            case AP_MEDIUM, AR_MEDIUM -> areas.anyMatch(area -> area >= 1024 && area <= 9216);
            case AP_LARGE, AR_LARGE -> areas.anyMatch(area -> area >= 9216);
            default -> true;
        };
    }

    private static void assertDefined(List<Photo> photos) {
        DetectionScores scores = Photo.scores(photos);
        DefinedScores defined = new DefinedScores(photos);
        for (Measure measure : Measure.values()) {
            assertThat(scores.value(measure)).as(measure.label()).isEqualTo(defined.value(measure), within(1e-12));
        }
    }

    /** Finds every object but crowds. */
    private static List<Photo> photos(
            List<List<GroundTruth>> images, Function<GroundTruth, Stream<Detection>> detections) {
        return images.stream()
                .map(truths -> new Photo(
                        truths,
                        truths.stream()
                                .filter(truth -> !truth.crowd())
                                .flatMap(detections)
                                .toList()))
                .toList();
    }

    private static List<List<GroundTruth>> truths(String folder, String part, String kind) throws IOException {
        Dataset set = Datasets.open(RealData.folder(folder), Optional.of("coco:part=" + part));
        List<List<GroundTruth>> images = new ArrayList<>();
        for (int index = 0; index < set.items().size(); index++) {
            List<GroundTruth> truths = new ArrayList<>();
            for (ObjectTruth each : ((ObjectSet) set.truth(index)).objects()) {
                Extent extent = kind.equals("segm")
                        ? new ObjectMask(each.mask())
                        : new BoundingBox(each.row(), each.column(), each.height(), each.width());
                truths.add(new GroundTruth(each.category(), extent, each.crowd(), each.area()));
            }
            images.add(truths);
        }
        return images;
    }

    /** So many pixels up and to the right; what leaves the image is lost of a mask. */
    private static Extent shifted(Extent extent, int by) {
        if (extent instanceof BoundingBox box) {
            return new BoundingBox(box.row() - by, box.column() + by, box.height(), box.width());
        }
        RunLengths mask = ((ObjectMask) extent).pixels();
        Size size = mask.size();
        boolean[] inside = mask.pixels();
        boolean[] moved = new boolean[inside.length];
        for (int row = by; row < size.height(); row++) {
            for (int column = by; column < size.width(); column++) {
                moved[size.index(row - by, column)] = inside[size.index(row, column - by)];
            }
        }
        return new ObjectMask(RunLengths.of(size, moved));
    }
}
