package org.vung.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.grid.Neighbourhood;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.ConnectedRegions;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;

class TiledDetectorTest extends SegmenterContract {

    private static final Tiling SMALL = new Tiling(24, 12);

    /** Tells of every connected part of the bright pixels. */
    @Override
    protected Segmenter segmenter() {
        return new TiledDetector(TiledDetectorTest::bright, SMALL);
    }

    private static Instances bright(Image image) {
        int[] bright = new int[image.size().pixels()];
        for (int pixel = 0; pixel < bright.length; pixel++) {
            bright[pixel] = image.sample(pixel / image.width(), pixel % image.width(), 0) > 100 ? 1 : 0;
        }
        Sheet sheet = new Sheet(image.height(), image.width());
        LabelMap parts = ConnectedRegions.split(LabelMap.wrap(image.size(), bright), Neighbourhood.EIGHT);
        for (int pixel = 0; pixel < bright.length; pixel++) {
            if (bright[pixel] > 0) {
                sheet.set(parts.sharedLabels()[pixel] + 1, pixel / image.width(), pixel % image.width());
            }
        }
        return new TellsAll(true).segment(sheet.image());
    }

    @Test
    void anImageOfOneWindowIsGivenToTheMethodAsItIs() {
        Image image = blobs(24, 20);
        List<Image> seen = new ArrayList<>();
        Instances answer = new Instances(
                image.size(), List.of(), TellsAll.CLASSES, Findings.none().with("own", true));
        Instances found = new TiledDetector(
                        part -> {
                            seen.add(part);
                            return answer;
                        },
                        SMALL)
                .segment(image);
        assertThat(found).isSameAs(answer);
        assertThat(seen).hasSize(1).first().isSameAs(image);
    }

    @ParameterizedTest
    @CsvSource({"24,24,1", "25,24,2", "1,1,1", "36,36,4", "37,36,6", "1,100,8", "100,3,8"})
    void windowsCoverTheImageAndShareTheOverlap(int height, int width, int count) {
        Size size = new Size(height, width);
        int[] times = new int[size.pixels()];
        SMALL.windows(size).forEach(window -> {
            for (int row = window.row(); row < window.bottom(); row++) {
                for (int column = window.column(); column < window.right(); column++) {
                    times[size.index(row, column)]++;
                }
            }
        });
        assertThat(SMALL.windows(size)).hasSize(count);
        assertThat(times).doesNotContain(0);
    }

    @Test
    void progressIsToldBeforeEveryWindowAndAtTheEnd() {
        List<String> told = new ArrayList<>();
        Instances found = new TiledDetector(new TellsAll(true), SMALL)
                .segment(new Sheet(36, 24).image(), (done, all) -> told.add(done + "/" + all));
        assertThat(told).containsExactly("0/2", "1/2", "2/2");
        assertThat(found.findings())
                .isEqualTo(Findings.none().with("windows", 2).with("joined", 0L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 | 11 | overlap must be 12 pixels … half a window's side, got 11 for windows of 100
            100 | 51 | got 51 for windows of 100; take windows of 102
            0   | 0  | got 0 for windows of 0; take windows of 24
            """)
    void refusesOverlapsThatCannotWork(int side, int overlap, String message) {
        assertThatThrownBy(() -> new Tiling(side, overlap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** Two windows see the same pixels, and give them different classes: that is for the reader to judge. */
    @Test
    void objectsOfDifferentClassesStayApart() {
        Sheet sheet = new Sheet(24, 36);
        sheet.disc(1, 12, 18, 4);
        List<LabelClass> classes = List.of(new LabelClass("cat", 1), new LabelClass("dog", 2));
        int[] window = new int[1];
        Instances.Finder doubtful = image -> {
            List<Instance> objects = new TellsAll(true)
                    .segment(image).objects().stream()
                            .map(one -> new Instance(
                                    window[0],
                                    one.score(),
                                    one.row(),
                                    one.column(),
                                    one.height(),
                                    one.width(),
                                    one.mask()))
                            .toList();
            window[0]++;
            return new Instances(image.size(), objects, classes, Findings.none());
        };
        assertThat(new TiledDetector(doubtful, SMALL).segment(sheet.image()).objects())
                .hasSize(2);
    }

    /** A mask in which nothing is inside is compared by its box; boxes of no height are told once, too. */
    @Test
    void emptyMasksAndFlatBoxesAreToldOnce() {
        Instances.Finder flat = image -> new Instances(
                image.size(),
                List.of(
                        new Instance(
                                0, 0.5f, 12, 30 - image.width(), 5, 4, Optional.of(RunLengths.empty(image.size()))),
                        new Instance(0, 0.5f, 4, 30 - image.width(), 0, 4, Optional.empty())),
                TellsAll.CLASSES,
                Findings.none());
        Sheet sheet = new Sheet(24, 24);
        assertThat(new TiledDetector(flat, SMALL).segment(sheet.image()).objects())
                .hasSize(2);
    }

    /** The window that shows most around an object is believed, and the surest score. */
    @Test
    void theBestViewAndTheSurestScoreAreTaken() {
        Sheet sheet = new Sheet(48, 72);
        sheet.disc(1, 12, 38, 3); // 6 pixels before the end of the first window, 11 behind the beginning of the second
        int[] window = new int[1];
        Instances.Finder method = image -> {
            Instance seen = new TellsAll(true).segment(image).objects().get(0);
            float score = window[0]++ == 0 ? 0.9f : 0.6f;
            float height = seen.height() + score;
            return new Instances(
                    image.size(),
                    List.of(new Instance(0, score, seen.row(), seen.column(), height, seen.width(), seen.mask())),
                    TellsAll.CLASSES,
                    Findings.none());
        };
        Instance object = new TiledDetector(method, new Tiling(48, 24))
                .segment(sheet.image())
                .objects()
                .get(0);
        assertThat(object.score()).isEqualTo(0.9f);
        assertThat(object.height()).isEqualTo(7.6f);
    }

    /** 24 megapixels, five thousand objects, one of them from corner to corner. */
    @Test
    void thousandsOfObjectsOnALargeImageAreToldOnce() {
        Sheet sheet = new Sheet(4000, 6000);
        int object = 1;
        for (int row = 27; row < 4000; row += 54) {
            for (int column = 44; column < 6000; column += 88) {
                sheet.disc(object++, row, column, 9 + object % 17);
            }
        }
        for (int row = 0; row < 4000; row++) {
            sheet.bar(object, row, row * 5990 / 4000, 1, 10);
        }
        Instances found = new TiledDetector(new TellsAll(true), Tiling.USUAL).segment(sheet.image());
        Set<RunLengths> masks = found.objects().stream()
                .map(one -> one.mask().orElseThrow())
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(object).isGreaterThan(5000);
        assertThat(found.objects()).hasSizeGreaterThan(5000);
        assertThat(masks).isEqualTo(sheet.masks());
    }

    @Test
    void closesItsMethod() throws Exception {
        boolean[] closed = new boolean[1];
        class Open implements Instances.Finder, AutoCloseable {
            @Override
            public Instances segment(Image image) {
                return new TellsAll(true).segment(image);
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        }
        new TiledDetector(new Open(), SMALL).close();
        assertThat(closed[0]).isTrue();
    }
}
