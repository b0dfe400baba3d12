package org.vung.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vung.ClassScores;
import org.vung.Findings;
import org.vung.Semantic;
import org.vung.SoftSegmenter;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelClass;

class AveragedViewsTest {

    private static final Image IMAGE = Image.wrap(new Size(2, 3), Layout.GREY, new byte[] {10, 20, 30, 40, 50, 60});

    /** Says of every pixel how bright it is, and, where {@code leftBlind}, nothing of the first column. */
    private record Brightness(boolean leftBlind, List<Image> seen) implements SoftSegmenter {

        @Override
        public List<LabelClass> classes() {
            return List.of(new LabelClass("dark", 0), new LabelClass("bright", 0xFFFFFF));
        }

        @Override
        public ClassScores scores(Image image) {
            seen.add(image);
            int pixels = image.size().pixels();
            float[] planes = new float[2 * pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                boolean blind = leftBlind && pixel % image.width() == 0;
                float bright = image.sample(pixel / image.width(), pixel % image.width(), 0) / 100;
                planes[pixels + pixel] = blind ? 0 : bright;
                planes[pixel] = 1 - planes[pixels + pixel];
            }
            return ClassScores.wrap(image.size(), classes(), planes);
        }

        @Override
        public Semantic segment(Image image) {
            return new Semantic(scores(image).labels(), classes(), Findings.none());
        }
    }

    /** What depends on pixels alone does not change: every view is turned back to where it was seen. */
    @Test
    void viewsComeBackToTheirPlaces() {
        for (Views views : Views.values()) {
            Brightness method = new Brightness(false, new ArrayList<>());
            float[] mean = new AveragedViews(method, views).scores(IMAGE).plane(1);
            assertThat(mean)
                    .as(views.name())
                    .containsExactly(new float[] {.1f, .2f, .3f, .4f, .5f, .6f}, offset(1e-6f));
            assertThat(method.seen).hasSize(views.count());
            assertThat(new HashSet<>(method.seen)).as("all different").hasSize(views.count());
        }
    }

    /** A method blind for the first column: the mean of two views halves the outer columns. */
    @Test
    void whatOneViewMissesAnotherSees() {
        Brightness method = new Brightness(true, new ArrayList<>());
        float[] mean = new AveragedViews(method, Views.MIRROR).scores(IMAGE).plane(1);
        assertThat(mean).containsExactly(new float[] {.05f, .2f, .15f, .2f, .5f, .3f}, offset(1e-6f));
    }

    @Test
    void quartersTurnLeft() {
        assertThat(View.TURNED.of(IMAGE))
                .isEqualTo(Image.wrap(new Size(3, 2), Layout.GREY, new byte[] {30, 60, 20, 50, 10, 40}));
        assertThat(View.MIRRORED.of(IMAGE))
                .isEqualTo(Image.wrap(new Size(2, 3), Layout.GREY, new byte[] {30, 20, 10, 60, 50, 40}));
        assertThat(View.TURNED_BACK.of(View.TURNED.of(IMAGE))).isEqualTo(IMAGE);
        assertThat(View.HALF_TURNED.of(View.HALF_TURNED.of(IMAGE))).isEqualTo(IMAGE);
    }

    @Test
    void doubtIsNothingForTheSureAndAllForAFairGuess() {
        ClassScores scores =
                ClassScores.wrap(new Size(1, 3), List.of(new LabelClass("a", 0), new LabelClass("b", 1)), new float[] {
                    1, 0.5f, 0.75f, 0, 0.5f, 0.25f
                });
        assertThat(scores.doubt()[0]).isZero();
        assertThat(scores.doubt()[1]).isEqualTo(1);
        assertThat(scores.doubt()[2]).isCloseTo(0.8112781f, offset(1e-6f));
        assertThat(scores.labels().sharedLabels()).containsExactly(0, 0, 0);
    }
}
