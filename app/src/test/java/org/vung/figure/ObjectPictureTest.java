package org.vung.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.mask.RunLengths;

class ObjectPictureTest {

    private static final Size SIZE = new Size(200, 300);

    private static Image grey(Size size) {
        return Image.wrap(size, Layout.GREY, new byte[size.pixels()]);
    }

    private static Instance object(Size size, int row, int column, int side) {
        boolean[] inside = new boolean[size.pixels()];
        for (int y = row; y < Math.min(row + side, size.height()); y++) {
            for (int x = column; x < Math.min(column + side, size.width()); x++) {
                inside[size.index(y, x)] = true;
            }
        }
        return new Instance(0, 0.974f, row, column, side, side, Optional.of(RunLengths.of(size, inside)));
    }

    private static Instances found(Size size, String name, Instance... objects) {
        return new Instances(size, List.of(objects), List.of(new LabelClass(name, 0x00FF00)), Findings.none());
    }

    private static int rgb(Image image, int row, int column) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            rgb = (rgb << 8) | (int) image.sample(row, column, channel);
        }
        return rgb;
    }

    @Test
    void everyObjectHasItsColourAndTheRestIsLeftAsItIs() {
        Instances found = found(SIZE, "cell", object(SIZE, 50, 50, 40), object(SIZE, 120, 200, 60));
        Image picture = ObjectPicture.of(grey(SIZE), found);
        assertThat(rgb(picture, 10, 150)).isZero();
        assertThat(rgb(picture, 88, 60)).isNotZero().isNotEqualTo(rgb(picture, 178, 210));
        assertThat(rgb(picture, 89, 89))
                .as("outline")
                .isEqualTo(ObjectPicture.palette(found).rgb(1));
    }

    @Test
    void namesStandBesideTheirBoxes() {
        Image one = ObjectPicture.of(grey(SIZE), found(SIZE, "cell", object(SIZE, 50, 50, 40)));
        Image other = ObjectPicture.of(grey(SIZE), found(SIZE, "Nhân", object(SIZE, 50, 50, 40)));
        assertThat(one).isNotEqualTo(other);
        assertThat(rgb(one, 38, 55)).as("plate").isEqualTo(0x0072B2);
        Image corner = ObjectPicture.of(grey(SIZE), found(SIZE, "cell", object(SIZE, 0, 280, 20)));
        assertThat(rgb(corner, 0, 260)).as("plate within the picture").isEqualTo(0x0072B2);
    }

    @Test
    void manyObjectsKeepTheirBoxesButNotTheirNames() {
        List<Instance> many = new ArrayList<>();
        for (int at = 0; at < 77; at++) {
            many.add(object(SIZE, at / 11 * 28 + 2, at % 11 * 27 + 2, 20));
        }
        Instance[] objects = many.toArray(Instance[]::new);
        Image picture = ObjectPicture.of(grey(SIZE), found(SIZE, "a cell of some kind", objects));
        assertThat(picture).isEqualTo(ObjectPicture.of(grey(SIZE), found(SIZE, "another cell of some kind", objects)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "300, 1", "3, 3", "40, 40"})
    void anySizeIsTaken(int height, int width) {
        Size size = new Size(height, width);
        Instances found =
                found(size, "x, \"y\" 漢字 \n" + "long".repeat(50), object(size, 0, 0, 400), object(size, 0, 0, 1));
        assertThat(ObjectPicture.of(grey(size), found).size()).isEqualTo(size);
        assertThat(ObjectPicture.sideBySide(grey(size), found).width()).isGreaterThan(2 * width);
    }

    @Test
    void boxesMayLieOutsideThePicture() {
        Instance outside = new Instance(0, 1, -1e6f, 1e6f, 5, 5, Optional.empty());
        assertThat(ObjectPicture.of(grey(SIZE), found(SIZE, "cell", outside)).size())
                .isEqualTo(SIZE);
    }

    @Test
    void sideBySideClassesShareAColourAndObjectsDoNot() {
        Instances two = found(SIZE, "person", object(SIZE, 20, 20, 60), object(SIZE, 20, 200, 60));
        Image figure = ObjectPicture.sideBySide(grey(SIZE), two);
        int row = figure.height() - 400;
        int left = rgb(figure, row, 18 + 150);
        assertThat(left).isNotZero().isNotEqualTo(0xFFFFFF);
        assertThat(left).isEqualTo(rgb(figure, row, 18 + 3 * 230));
    }
}
