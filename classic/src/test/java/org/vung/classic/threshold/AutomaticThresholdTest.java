package org.vung.classic.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.SegmenterContract;
import org.vung.classic.Scenes;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;

class AutomaticThresholdTest {

    private static final List<AutomaticThreshold> ALL =
            List.of(new Otsu(), new Triangle(), new Li(), new Yen(), new Isodata(), new Minimum(), new Mean());

    @ParameterizedTest
    @CsvFileSource(resources = "thresholds.csv", numLinesToSkip = 1)
    void theThresholdIsThePeers(String method, String image, double expected) {
        double found = named(method).threshold(Scenes.named(image));
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    @Test
    void pixelsAboveTheThresholdAreOne() {
        Image image = Scenes.named("scene8");
        Partition partition = new Otsu().segment(image);
        assertThat(partition.findings().values()).containsEntry("threshold", 101.0);
        byte[] picture = new byte[image.size().pixels()];
        new Otsu().apply(image, picture);
        for (int at = 0; at < picture.length; at++) {
            int expected = (image.sharedBytes()[at] & 0xFF) > 101 ? 1 : 0;
            assertThat(partition.labels().sharedLabels()[at]).isEqualTo(expected);
            assertThat(picture[at]).isEqualTo((byte) (expected * 255));
        }
        assertThat(new Otsu().filter(image).sharedBytes()).isEqualTo(picture);
    }

    @Test
    void whereThereIsNoThresholdEverythingIsBackgroundAndAWarningSaysSo() {
        Partition partition = new Minimum().segment(Scenes.named("scene16"));
        assertThat(partition.labels().count()).isEqualTo(1);
        assertThat(partition.findings().values()).isEmpty();
        assertThat(partition.findings().warnings()).hasSize(1);
    }

    @Test
    void oneValueIsItsOwnThreshold() {
        Image flat = Image.of(new Size(1, 3), Layout.GREY, new float[] {0.25f, 0.25f, 0.25f});
        for (AutomaticThreshold method :
                List.of(new Otsu(), new Triangle(), new Li(), new Yen(), new Isodata(), new Mean())) {
            assertThat(method.threshold(flat)).as(method.toString()).isEqualTo(0.25);
        }
        Image bytes = Image.of(new Size(1, 2), Layout.GREY, new byte[] {90, 90});
        assertThat(new Li().threshold(bytes)).isEqualTo(90);
        assertThat(new Otsu().threshold(bytes)).isZero();
    }

    @Test
    void pixelsThatAreNotFiniteAreLeftOut() {
        Image image = Scenes.named("scene32");
        float[] with = new float[image.width() * (image.height() + 1)];
        System.arraycopy(image.sharedFloats(), 0, with, 0, image.sharedFloats().length);
        for (int at = image.sharedFloats().length; at < with.length; at++) {
            with[at] = at % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
        }
        Image damaged = Image.wrap(new Size(image.height() + 1, image.width()), Layout.GREY, with);
        for (AutomaticThreshold method : ALL) {
            assertThat(method.threshold(damaged))
                    .as(method.toString())
                    .isCloseTo(method.threshold(image), within(1e-12));
        }
        Image nothing = Image.of(new Size(1, 2), Layout.GREY, new float[] {Float.NaN, Float.NaN});
        for (AutomaticThreshold method : ALL) {
            assertThat(method.threshold(nothing)).as(method.toString()).isNaN();
            assertThat(method.segment(nothing).labels().count()).isEqualTo(1);
        }
    }

    private static AutomaticThreshold named(String name) {
        return ALL.stream()
                .filter(method -> method.getClass().getSimpleName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class OtsuContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Otsu();
        }
    }

    @Nested
    class TriangleContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Triangle();
        }
    }

    @Nested
    class LiContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Li();
        }
    }

    @Nested
    class YenContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Yen();
        }
    }

    @Nested
    class IsodataContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Isodata();
        }
    }

    @Nested
    class MinimumContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Minimum();
        }
    }

    @Nested
    class MeanContract extends SegmenterContract {
        @Override
        protected Segmenter segmenter() {
            return new Mean();
        }
    }
}
