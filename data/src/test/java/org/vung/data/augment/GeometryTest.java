package org.vung.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.data.ClassMap;
import org.vung.data.augment.warp.Border;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

/** Each change of place against what pen and paper give. */
class GeometryTest {

    private static final FixedChance ALWAYS = new FixedChance(0.999_999);
    private static final FixedChance NEVER = new FixedChance(0);

    @Test
    void flipsMirrorBothImageAndTruth() {
        Pair pair = Pairs.numbered(2, 3, 1, 2, 3, 4, 5, 6);
        assertThat(new Flip(true, false).apply(pair, ALWAYS)).isEqualTo(Pairs.numbered(2, 3, 3, 2, 1, 6, 5, 4));
        assertThat(new Flip(false, true).apply(pair, ALWAYS)).isEqualTo(Pairs.numbered(2, 3, 4, 5, 6, 1, 2, 3));
        assertThat(new Flip(true, true).apply(pair, ALWAYS)).isEqualTo(Pairs.numbered(2, 3, 6, 5, 4, 3, 2, 1));
        assertThat(new Flip(true, true).apply(pair, NEVER)).isSameAs(pair);
        assertThat(new Flip(false, false).apply(pair, ALWAYS)).isSameAs(pair);
    }

    @Test
    void quarterTurnsGoCounterClockwise() {
        Pair pair = Pairs.numbered(2, 3, 1, 2, 3, 4, 5, 6);
        Turn any = new Turn(false);
        assertThat(any.apply(pair, new FixedChance(0.1))).isSameAs(pair);
        assertThat(any.apply(pair, new FixedChance(0.3))).isEqualTo(Pairs.numbered(3, 2, 3, 6, 2, 5, 1, 4));
        assertThat(any.apply(pair, new FixedChance(0.6))).isEqualTo(Pairs.numbered(2, 3, 6, 5, 4, 3, 2, 1));
        assertThat(any.apply(pair, new FixedChance(0.9))).isEqualTo(Pairs.numbered(3, 2, 4, 1, 5, 2, 6, 3));
        assertThat(new Turn(true).apply(pair, new FixedChance(0.4))).isSameAs(pair);
        assertThat(new Turn(true).apply(pair, ALWAYS)).isEqualTo(Pairs.numbered(2, 3, 6, 5, 4, 3, 2, 1));
    }

    /** The largest angle, or nearly. */
    @Test
    void aRotationByNinetyDegreesIsAQuarterTurn() {
        Pair pair = Pairs.numbered(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(new Rotate(90).apply(pair, ALWAYS)).isEqualTo(new Turn(true).apply(pair, new FixedChance(0.3)));
        assertThat(new Rotate(90).apply(pair, new FixedChance(0.5)).image()).isEqualTo(pair.image());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.5, 0.97})
    void aRotatedPlaneIsTheFormulaOfThePlane(double fraction) {
        double angle = Math.toRadians(30 * (2 * fraction - 1));
        Pair turned = new Rotate(30).apply(plane(41, 31), new FixedChance(fraction));
        for (int row = 13; row < 28; row++) {
            for (int column = 8; column < 23; column++) {
                double down = row - 20;
                double right = column - 15;
                double oldRow = 20 + Math.cos(angle) * down + Math.sin(angle) * right;
                double oldColumn = 15 - Math.sin(angle) * down + Math.cos(angle) * right;
                assertThat((double) turned.image().sample(row, column, 0))
                        .isCloseTo(3 * oldRow + 7 * oldColumn, within(1e-3));
            }
        }
    }

    @Test
    void aDoubledPlaneRisesHalfAsFast() {
        Pair doubled = new Scale(2, 2).apply(plane(21, 21), new FixedChance(0.4));
        assertThat(doubled.image().size()).isEqualTo(new Size(21, 21));
        for (int row = 0; row < 21; row++) {
            for (int column = 0; column < 21; column++) {
                double expected = 3 * (10 + (row - 10) / 2.0) + 7 * (10 + (column - 10) / 2.0);
                assertThat((double) doubled.image().sample(row, column, 0)).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @Test
    void halvesAreAsFrequentAsDoubles() {
        Scale scale = new Scale(0.5, 2);
        Pair pair = plane(21, 21);
        assertThat(scale.apply(pair, new FixedChance(0.5))).isEqualTo(pair);
        assertThat(scale.apply(pair, new FixedChance(0.75)).image().sample(10, 20, 0))
                .isCloseTo((float) (30 + 7 * (10 + 10 / Math.sqrt(2))), within(1e-3f));
    }

    /** Samples 3 · row + 7 · column. */
    private static Pair plane(int height, int width) {
        Size size = new Size(height, width);
        float[] samples = new float[size.pixels()];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                samples[size.index(row, column)] = 3 * row + 7 * column;
            }
        }
        return new Pair(Image.wrap(size, Layout.GREY, samples), LabelMap.wrap(size, new int[size.pixels()]));
    }

    @Test
    void aShrunkImageIsContinuedByItsMirrorImage() {
        Pair pair = Pairs.numbered(1, 5, 1, 2, 3, 4, 5);
        assertThat(new Scale(0.5, 0.5).apply(pair, ALWAYS)).isEqualTo(Pairs.numbered(1, 5, 3, 1, 3, 5, 3));
        Pair ignored = new Scale(0.5, 0.5, Border.IGNORE, 1).apply(pair, ALWAYS);
        assertThat(ignored.image())
                .isEqualTo(Pairs.numbered(1, 5, 3, 1, 3, 5, 3).image());
        assertThat(ignored.truth().sharedLabels()).containsExactly(ClassMap.IGNORE, 1, 3, 5, ClassMap.IGNORE);
    }

    @Test
    void aCropIsAWindow() {
        Pair pair = Pairs.numbered(3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(new Crop(2, 2).apply(pair, NEVER)).isEqualTo(Pairs.numbered(2, 2, 1, 2, 5, 6));
        assertThat(new Crop(2, 2).apply(pair, new FixedChance(0.99))).isEqualTo(Pairs.numbered(2, 2, 7, 8, 11, 12));
    }

    @Test
    void aCropLargerThanTheImageIsMirroredUp() {
        Pair pair = Pairs.numbered(1, 3, 1, 2, 3);
        assertThat(new Crop(2, 7).apply(pair, NEVER))
                .isEqualTo(Pairs.numbered(2, 7, 1, 2, 3, 2, 1, 2, 3, 1, 2, 3, 2, 1, 2, 3));
        Pair ignored = new Crop(1, 5, 0, Border.IGNORE).apply(pair, NEVER);
        assertThat(ignored.truth().sharedLabels()).containsExactly(ClassMap.IGNORE, ClassMap.IGNORE, 1, 2, 3);
    }

    @Test
    void missingSamplesStayWhereTheyAre() {
        Size size = new Size(1, 3);
        Image image = Image.wrap(size, Layout.GREY, new float[] {1, Float.NaN, 5});
        Pair flipped = new Flip(true, false).apply(new Pair(image, LabelMap.wrap(size, new int[3])), ALWAYS);
        assertThat(flipped.image().sharedFloats()).containsExactly(5, Float.NaN, 1);
    }
}
