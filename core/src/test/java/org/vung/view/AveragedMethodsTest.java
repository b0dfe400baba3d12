package org.vung.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
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

class AveragedMethodsTest {

    private static final Image IMAGE = Image.wrap(new Size(2, 3), Layout.GREY, new byte[6]);
    private static final List<LabelClass> TWO = List.of(new LabelClass("no", 0), new LabelClass("yes", 0xFFFFFF));

    /** Says of every pixel the share of the second class that it was made with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sure(List<LabelClass> classes, float[] shares, List<String> closed)
            implements SoftSegmenter, AutoCloseable {

        @Override
        public ClassScores scores(Image image) {
            float[] planes = new float[2 * shares.length];
            for (int pixel = 0; pixel < shares.length; pixel++) {
                planes[pixel] = 1 - shares[pixel];
                planes[shares.length + pixel] = shares[pixel];
            }
            return ClassScores.wrap(image.size(), classes, planes);
        }

        @Override
        public Semantic segment(Image image) {
            return new Semantic(scores(image).labels(), classes, Findings.none());
        }

        @Override
        public void close() {
            closed.add("closed");
        }
    }

    private static Sure sure(float... shares) {
        return new Sure(TWO, shares, new ArrayList<>());
    }

    @Test
    void probabilitiesAreAveraged() {
        AveragedMethods both = new AveragedMethods(
                List.of(sure(0, .2f, .4f, .6f, .8f, 1), sure(.4f, .4f, .4f, .4f, .1f, 1), sure(.2f, 0, 1, .2f, 0, 1)));
        float[] mean = {.2f, .2f, .6f, .4f, .3f, 1};
        assertThat(both.scores(IMAGE).plane(1)).containsExactly(mean, offset(1e-6f));
        assertThat(both.segment(IMAGE).labels().sharedLabels()).containsExactly(0, 0, 1, 0, 0, 1);
        assertThat(both.classes()).isEqualTo(TWO);
    }

    @Test
    void oneMethodAnswersAsItself() {
        Sure one = sure(.1f, .9f, .5f, .6f, 0, 1);
        assertThat(new AveragedMethods(List.of(one)).scores(IMAGE).sharedPlanes())
                .isEqualTo(one.scores(IMAGE).sharedPlanes());
    }

    @Test
    void methodsOfOtherClassesAreRefused() {
        Sure other = new Sure(List.of(TWO.get(1), TWO.get(0)), new float[6], new ArrayList<>());
        assertThatThrownBy(() -> new AveragedMethods(List.of(sure(new float[6]), other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("[no, yes]", "[yes, no]");
        assertThatThrownBy(() -> new AveragedMethods(List.of())).hasMessageContaining("got 0");
    }

    @Test
    void allAreClosed() throws Exception {
        Sure one = sure(new float[6]);
        Sure other = sure(new float[6]);
        new AveragedMethods(List.of(one, other)).close();
        assertThat(one.closed).hasSize(1);
        assertThat(other.closed).hasSize(1);
    }
}
