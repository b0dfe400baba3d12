package org.vung.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.label.Box;
import org.vung.mask.RunLengths;

/** Windows that err, each in its own way: every object is still told once. */
class NoisyWindowsTest {

    private static final Tiling TILING = new Tiling(64, 24);
    private static final Size FRAME = new Size(210, 190);

    /** Discs up to 21 pixels across, a grid of them, each somewhere near its place. */
    private static Sheet nuclei(Random random, double leastRadius) {
        Sheet sheet = new Sheet(FRAME.height(), FRAME.width());
        int object = 1;
        for (int row = 14; row < FRAME.height() - 14; row += 26) {
            for (int column = 14; column < FRAME.width() - 14; column += 26) {
                sheet.disc(
                        object++,
                        row + random.nextInt(3),
                        column + random.nextInt(3),
                        leastRadius + (10.5 - leastRadius) * random.nextDouble());
            }
        }
        return sheet;
    }

    /**
     * Tells of objects with an edge that is off by a pixel, and any score.
     *
     * @param random of one image; asked in the order of the windows
     * @param misses which objects which window does not find
     */
    private record Errs(Random random, boolean masks, BiPredicate<Integer, Integer> misses, AtomicInteger windows)
            implements Instances.Finder {

        @Override
        public Instances segment(Image image) {
            List<Instance> objects = new ArrayList<>();
            new TreeMap<>(Sheet.masks(image)).forEach((object, mask) -> {
                RunLengths seen = shifted(mask, random.nextInt(3) - 1, random.nextInt(3) - 1);
                if (seen.area() > 0 && !misses.test(windows.get(), object)) {
                    objects.add(TellsAll.told(seen, 0.3f + 0.7f * random.nextFloat(), masks));
                }
            });
            windows.incrementAndGet();
            return TellsAll.surestFirst(image, objects);
        }

        private static RunLengths shifted(RunLengths mask, int down, int right) {
            Size size = mask.size();
            boolean[] pixels = new boolean[size.pixels()];
            mask.forEach((column, row, length) -> {
                for (int at = row + down; at < row + down + length; at++) {
                    if (at >= 0 && at < size.height() && column + right >= 0 && column + right < size.width()) {
                        pixels[size.index(at, column + right)] = true;
                    }
                }
            });
            return RunLengths.of(size, pixels);
        }
    }

    private static Instances found(Sheet sheet, Random random, boolean masks, BiPredicate<Integer, Integer> misses) {
        return new TiledDetector(new Errs(random, masks, misses, new AtomicInteger()), TILING).segment(sheet.image());
    }

    /** Every true object has one found object on it, and no other. */
    private static void assertOnceEach(Sheet sheet, Instances found) {
        Map<Integer, Integer> times = new HashMap<>();
        for (Instance object : found.objects()) {
            int row = Math.round(object.row() + object.height() / 2 - 0.5f);
            int column = Math.round(object.column() + object.width() / 2 - 0.5f);
            times.merge(sheet.get(row, column), 1, Integer::sum);
        }
        assertThat(times.keySet()).isEqualTo(Sheet.masks(sheet.image()).keySet());
        assertThat(times.values()).allMatch(count -> count == 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void edgesThatAreOffByAPixelStillAgree(boolean masks) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Sheet sheet = nuclei(random, 3.5);
            assertOnceEach(sheet, found(sheet, random, masks, (window, object) -> false));
        }
    }

    /** Any window finds nothing where an object is, if another shows it whole. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatOneWindowMissesAnotherTells(boolean masks) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Sheet sheet = nuclei(random, 4.5);
            Set<List<Integer>> missed = missed(sheet, random);
            assertThat(missed).hasSizeGreaterThan(20);
            assertOnceEach(
                    sheet, found(sheet, random, masks, (window, object) -> missed.contains(List.of(window, object))));
        }
    }

    /** Windows and objects: one window of each object that another shows whole. */
    private static Set<List<Integer>> missed(Sheet sheet, Random random) {
        Set<List<Integer>> missed = new HashSet<>();
        List<Box> windows = TILING.windows(FRAME);
        Sheet.masks(sheet.image()).forEach((object, mask) -> {
            Box box = mask.box().orElseThrow();
            List<Integer> showing = IntStream.range(0, windows.size())
                    .filter(window -> windows.get(window).and(box).isPresent())
                    .boxed()
                    .toList();
            List<Integer> whole = showing.stream()
                    .filter(window ->
                            windows.get(window).and(box).filter(box::equals).isPresent())
                    .toList();
            int one = showing.get(random.nextInt(showing.size()));
            if (whole.size() > 1 || !whole.contains(one)) {
                missed.add(List.of(one, object));
            }
        });
        return missed;
    }

    /** The window that shows it whole finds nothing: then the part that a neighbour shows is told of. */
    @Test
    void aPartIsBetterThanNothing() {
        Sheet sheet = new Sheet(64, 104);
        sheet.disc(1, 30, 38, 10); // whole in the first window, cut in the second, which begins at column 40
        Instances found = found(sheet, new Random(1), true, (window, object) -> window == 0);
        assertThat(found.objects()).hasSize(1);
    }

    /** A long bar whose edges are off by a pixel in every window is joined to one, no more than a pixel too thick. */
    @Test
    void partsThatAreOffByAPixelAreJoined() {
        for (int seed = 0; seed < 60; seed++) {
            Sheet sheet = new Sheet(FRAME.height(), FRAME.width());
            sheet.bar(1, 5, 5, 8, 180);
            sheet.bar(2, 20, 5, 180, 12);
            Instances found = found(sheet, new Random(seed), true, (window, object) -> false);
            assertOnceEach(sheet, found);
            assertThat(found.findings().values()).containsEntry("joined", 2L);
            for (Instance object : found.objects()) {
                RunLengths truth = Sheet.masks(sheet.image()).values().stream()
                        .max((one, other) -> Integer.compare(
                                one.intersection(object.mask().orElseThrow()),
                                other.intersection(object.mask().orElseThrow())))
                        .orElseThrow();
                assertThat(object.mask().orElseThrow().iou(truth, false)).isGreaterThan(0.75);
            }
        }
    }
}
