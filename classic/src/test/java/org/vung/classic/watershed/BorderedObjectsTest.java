package org.vung.classic.watershed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;

/** Worked by hand. A dot is background for sure, a digit d an inside of probability d/10 with the rest border. */
class BorderedObjectsTest {

    private static final List<LabelClass> CLASSES =
            List.of(new LabelClass("border", 1), new LabelClass("background", 2), new LabelClass("inside", 3));

    private static final BorderedObjects.Options ALL =
            new BorderedObjects.Options(0.5, 0.5, Double.POSITIVE_INFINITY, 1, 1);

    /** Says what it was made with, whatever the image. */
    private static final class Said implements SoftSegmenter {

        private final ClassScores scores;

        private Said(ClassScores scores) {
            this.scores = scores;
        }

        static Said of(String rows) {
            String[] lines = rows.split("/", -1);
            Size size = new Size(lines.length, lines[0].length());
            int pixels = size.pixels();
            float[] planes = new float[3 * pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                char letter = lines[pixel / size.width()].charAt(pixel % size.width());
                float inside = letter == '.' ? 0 : (letter - '0') / 10f;
                planes[pixel] = letter == '.' ? 0 : 1 - inside;
                planes[pixels + pixel] = letter == '.' ? 1 : 0;
                planes[2 * pixels + pixel] = inside;
            }
            return new Said(ClassScores.wrap(size, CLASSES, planes));
        }

        @Override
        public List<LabelClass> classes() {
            return CLASSES;
        }

        @Override
        public ClassScores scores(Image image) {
            return scores;
        }

        @Override
        public Semantic segment(Image image) {
            return new Semantic(scores.labels(), CLASSES, Findings.none());
        }
    }

    private static String objects(String rows, BorderedObjects.Options options) {
        Said said = Said.of(rows);
        Image image = Image.wrap(
                said.scores.size(), Layout.GREY, new byte[said.scores.size().pixels()]);
        int[] labels =
                new BorderedObjects(said, options).segment(image).labels().sharedLabels();
        return LabelText.of(labels, said.scores.size().width());
    }

    @ParameterizedTest
    @CsvSource({
        "..., ...",
        "9, 1",
        // two insides with a border between: its pixel goes to the likelier side
        "99489, 11122",
        // corners do not touch
        "9./.9, 1./.2",
        // a border with no inside near it is an object of its own
        "99.11, 11.22",
        // so is one inside that is not sure, beside none that is
        ".44., .11.",
        // background between two is never taken
        "8.8/8.8, 1.2/1.2",
    })
    void insidesGrowOverTheirBorders(String probabilities, String expected) {
        assertThat(objects(probabilities, ALL)).isEqualTo(expected);
    }

    @Test
    void specksAreNoSeedsAndNoObjects() {
        BorderedObjects.Options pairs = new BorderedObjects.Options(0.5, 0.5, Double.POSITIVE_INFINITY, 2, 2);
        assertThat(objects("99109", pairs)).isEqualTo("11111");
        assertThat(objects("9.99", pairs)).isEqualTo("..11");
    }

    @Test
    void touchingInsidesAreCutAtTheirNeck() {
        String two = "........./.999.999./.9999999./.999.999./.........";
        assertThat(objects(two, ALL)).isEqualTo("........./.111.111./.1111111./.111.111./.........");
        assertThat(objects(two, new BorderedObjects.Options(0.5, 0.5, 0.9, 1, 1)))
                .isEqualTo("........./.111.222./.1111222./.111.222./.........");
    }

    @Test
    void objectsAreNumberedByTheirFirstPixels() {
        assertThat(objects("..9/9.9/9..", ALL)).isEqualTo("..1/2.1/2..");
    }

    @Test
    void otherClassesAreRefused() {
        assertThat(BorderedObjects.fits(CLASSES)).isTrue();
        assertThat(BorderedObjects.fits(CLASSES.subList(0, 2))).isFalse();
        assertThatThrownBy(() -> new BorderedObjects.Options(0.5, 1.5, 1, 1, 1)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new BorderedObjects.Options(0.5, 0.5, -1, 1, 1))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new BorderedObjects.Options(0.5, 0.5, 1, 0, 1)).hasMessageContaining("0 and 1");
    }
}
