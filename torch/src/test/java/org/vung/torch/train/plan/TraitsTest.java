package org.vung.torch.train.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.Truth;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

class TraitsTest {

    private static final Size SIZE = new Size(20, 30);

    /** Images by their index; the class of a pixel by row and column. */
    private record Made(int count, IntFunction<Image> photo, IntBinaryOperator truth) implements Dataset {

        /** Images of one colour. */
        Made(int count, int red, int blue, IntBinaryOperator truth) {
            this(count, index -> colour(red, blue), truth);
        }

        @Override
        public String name() {
            return "made";
        }

        @Override
        public List<LabelClass> classes() {
            return List.of(new LabelClass("a", 0), new LabelClass("b", 1));
        }

        @Override
        public List<Item> items() {
            List<Item> items = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                items.add(new Item("i" + at, "i" + at, Path.of("i"), Path.of("t")));
            }
            return items;
        }

        @Override
        public Image image(int index) {
            return photo.apply(index);
        }

        @Override
        public Truth truth(int index) {
            int[] labels = new int[SIZE.pixels()];
            for (int at = 0; at < labels.length; at++) {
                labels[at] = truth.applyAsInt(at / SIZE.width(), at % SIZE.width());
            }
            return new ClassMap(LabelMap.wrap(SIZE, labels));
        }
    }

    private static Image colour(int red, int blue) {
        byte[] samples = new byte[3 * SIZE.pixels()];
        for (int pixel = 0; pixel < SIZE.pixels(); pixel++) {
            samples[3 * pixel] = (byte) red;
            samples[3 * pixel + 1] = (byte) red;
            samples[3 * pixel + 2] = (byte) blue;
        }
        return Image.wrap(SIZE, Layout.RGB, samples);
    }

    private static int spot(int row, int column) {
        return row < 5 && column < 5 ? 1 : 0;
    }

    /** A square in each image: in every other one light on dark, in the others as {@code odd} has it. */
    private static Made spots(int count, int oddGround, int oddSpot) {
        return new Made(
                count, index -> index % 2 == 0 ? spotted(10, 90) : spotted(oddGround, oddSpot), TraitsTest::spot);
    }

    private static Image spotted(int ground, int spot) {
        byte[] samples = new byte[SIZE.pixels()];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (byte) (spot(pixel / SIZE.width(), pixel % SIZE.width()) == 1 ? spot : ground);
        }
        return Image.wrap(SIZE, Layout.GREY, samples);
    }

    @Test
    void lightOnDarkAndDarkOnLightCanBeMadeAlike() throws IOException {
        Traits.Grounds grounds = Traits.of(spots(10, 200, 120)).grounds();
        assertThat(grounds).isEqualTo(new Traits.Grounds(5, 5, 10));
        assertThat(grounds.canBeMadeAlike()).isTrue();
    }

    @Test
    void oneKindOfGroundNeedsNothing() throws IOException {
        assertThat(Traits.of(spots(10, 10, 200)).grounds()).isEqualTo(new Traits.Grounds(10, 0, 10));
        assertThat(new Traits.Grounds(10, 0, 10).canBeMadeAlike()).isFalse();
        assertThat(Traits.of(spots(10, 50, 50)).grounds()).isEqualTo(new Traits.Grounds(5, 0, 5));
    }

    @Test
    void whereInvertingDoesNotHelpItIsNotDone() {
        assertThat(new Traits.Grounds(20, 20, 37).canBeMadeAlike()).isFalse();
        assertThat(new Traits.Grounds(20, 20, 38).canBeMadeAlike()).isTrue();
        assertThat(new Traits.Grounds(39, 1, 40).canBeMadeAlike()).isFalse();
        assertThat(Traits.Grounds.NONE.canBeMadeAlike()).isFalse();
    }

    @Test
    void skyAboveRoadIsUpright() throws IOException {
        Traits traits = Traits.of(new Made(40, 7, 7, (row, column) -> row < 10 ? 0 : 1));
        assertThat(traits.upright()).isEqualTo(1, offset(1e-9));
        assertThat(traits.sided()).isLessThan(1e-9);
        assertThat(traits.grey()).isTrue();
    }

    @Test
    void leftFromRightIsSided() throws IOException {
        Traits traits = Traits.of(new Made(3, 7, 9, (row, column) -> column < 15 ? 1 : 0));
        assertThat(traits.upright()).isLessThan(1e-9);
        assertThat(traits.sided()).isEqualTo(1, offset(1e-9));
        assertThat(traits.grey()).isFalse();
    }

    @Test
    void whatLiesAnywhereHasNoTop() throws IOException {
        Traits traits = Traits.of(new Made(32, 7, 7, (row, column) -> (row + column) % 2));
        assertThat(traits.upright()).isLessThan(0.01);
        assertThat(traits.sided()).isLessThan(0.01);
        assertThat(Traits.of(new Made(0, 7, 7, (row, column) -> 0)).upright()).isZero();
    }
}
