package org.vung;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;

class InstancesTest {

    private static final Size SIZE = new Size(2, 3);
    private static final List<LabelClass> CLASSES =
            List.of(new LabelClass("background", 0), new LabelClass("cell", 0xFF0000));

    private static Instance masked(double... inside) {
        boolean[] pixels = new boolean[inside.length];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = inside[pixel] > 0;
        }
        Size size = new Size(pixels.length / 3, 3);
        return new Instance(1, 0.5f, 0, 0, 1, 1, Optional.of(RunLengths.of(size, pixels)));
    }

    private static int[] labels(Instance... objects) {
        return new Instances(SIZE, List.of(objects), CLASSES, Findings.none())
                .labels()
                .sharedLabels();
    }

    @Test
    void surerObjectLiesAboveOneThatItOverlaps() {
        assertArrayEquals(new int[] {1, 1, 2, 0, 1, 2}, labels(masked(1, 1, 0, 0, 1, 0), masked(0, 1, 1, 0, 0, 1)));
    }

    @Test
    void objectUnderSurerOnesKeepsItsNumberButNoPixel() {
        assertArrayEquals(
                new int[] {1, 1, 0, 3, 0, 0},
                labels(masked(1, 1, 0, 0, 0, 0), masked(1, 0, 0, 0, 0, 0), masked(0, 0, 0, 1, 0, 0)));
    }

    @Test
    void boxWithoutMaskHasPixelsWhoseCentresItHolds() {
        Instance box = new Instance(1, 1, -3, 0.5f, 4.4f, 2.1f, Optional.empty()); // rows −3 … 1.4, columns 0.5 … 2.6
        assertArrayEquals(new int[] {1, 1, 1, 0, 0, 0}, labels(box));
    }

    @Test
    void objectThatSurerOnesCoverIsNotVisible() {
        Instance first = masked(1, 1, 1, 0, 0, 0);
        Instance half = masked(0, 1, 0, 0, 1, 0); // one pixel of two is the first's
        Instance third =
                masked(0, 0, 1, 1, 1, 1); // one pixel of four is the first's, one the half's, where that is left
        Instance none = masked(0, 0, 0, 0, 0, 0);
        Instances all = new Instances(SIZE, List.of(first, half, third, none), CLASSES, Findings.none());
        assertEquals(List.of(first, half, third), all.visible(0).objects());
        assertEquals(List.of(first, half, third), all.visible(0.5).objects());
        assertEquals(List.of(first, third), all.visible(0.6).objects());
        assertEquals(List.of(first), all.visible(1).objects());
    }

    @Test
    void whatIsVisibleDoesNotHangOnTheLessSure() {
        Random random = new Random(3);
        List<Instance> objects = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            double[] inside = random.doubles(6, -1, 1).toArray();
            RunLengths mask = masked(inside).mask().orElseThrow();
            objects.add(new Instance(1, 1 - at / 20f, 0, 0, 1, 1, Optional.of(mask)));
        }
        Instances all = new Instances(SIZE, objects, CLASSES, Findings.none());
        for (double score = 0; score <= 1; score += 0.125) {
            assertEquals(all.surer(score).visible(0.4), all.visible(0.4).surer(score));
        }
    }

    @Test
    void nothingFoundIsAllBackground() {
        assertArrayEquals(new int[6], labels());
    }

    @Test
    void categoriesTellNoObjectsApart() {
        Instance below = new Instance(0, 0.4f, 0, 0, 2, 3, Optional.empty());
        Instances found = new Instances(SIZE, List.of(masked(1, 1, 0, 0, 0, 0), below), CLASSES, Findings.none());
        assertArrayEquals(new int[] {2, 2, 1, 1, 1, 1}, found.categories().sharedLabels());
        assertEquals(6, found.pixels(below).area());
    }

    @Test
    void maskOfAnotherImageIsRefused() {
        Instance other = masked(1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> labels(other));
    }

    @Test
    void classThatIsNotThereIsRefused() {
        Instance unknown = new Instance(2, 1, 0, 0, 1, 1, Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> labels(unknown));
    }

    @Test
    void scoreThatIsNotANumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Instance(1, Float.NaN, 0, 0, 1, 1, Optional.empty()));
    }
}
