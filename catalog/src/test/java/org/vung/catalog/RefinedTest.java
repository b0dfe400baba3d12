package org.vung.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vung.Findings;
import org.vung.ImageFilter;
import org.vung.Partition;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.label.LabelMap;

class RefinedTest {

    private static final Size SIZE = new Size(1, 8);
    private static final Image IMAGE = Image.wrap(SIZE, Layout.GREY, new byte[] {1, 1, 1, 9, 1, 9, 9, 9});

    /** Label 1 where the sample is above 5. */
    private record Above5() implements Segmenter, ImageFilter {
        @Override
        public Partition segment(Image image) {
            int[] labels = new int[image.size().pixels()];
            for (int pixel = 0; pixel < labels.length; pixel++) {
                labels[pixel] = image.sharedBytes()[pixel] > 5 ? 1 : 0;
            }
            return new Partition(
                    LabelMap.wrap(image.size(), labels), Findings.none().with("limit", 5));
        }

        @Override
        public Image filter(Image image) {
            return image;
        }
    }

    private static final Method METHOD = Method.ofRegions("above5", "", "", List.of(), values -> new Above5());

    @Test
    void everyMethodHasBothOptions() {
        assertThat(METHOD.options()).extracting(Option::name).containsExactly("min-area", "connected");
    }

    @Test
    void withoutThemTheMethodIsItself() {
        assertThat(METHOD.create(Map.of())).isInstanceOf(Above5.class);
    }

    @Test
    void patchesBelowTheLeastAreaAreMerged() {
        assertLabels(Map.of("min-area", "2"), 0, 0, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void regionsAreSplit() {
        assertLabels(Map.of("connected", "true"), 0, 0, 0, 1, 2, 3, 3, 3);
    }

    @Test
    void mergingComesBeforeSplitting() {
        assertLabels(Map.of("connected", "true", "min-area", "2"), 0, 0, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void findingsAndTheFilterRemain() {
        Segmenter refined = METHOD.create(Map.of("min-area", "2"));
        assertThat(refined.segment(IMAGE).findings().values()).containsEntry("limit", 5);
        assertThat(((ImageFilter) refined).filter(IMAGE)).isSameAs(IMAGE);
    }

    @Test
    void aMethodsOwnMinAreaIsLeftToIt() {
        Option own = Option.integer("min-area", 20, "own");
        Method method = Method.ofRegions("own", "", "", List.of(own), values -> new Above5());
        assertThat(method.options()).extracting(Option::meaning).contains("own");
        assertThat(method.create(Map.of("min-area", "99"))).isInstanceOf(Above5.class);
    }

    private static void assertLabels(Map<String, String> given, int... expected) {
        assertThat(METHOD.create(given).segment(IMAGE).labels().sharedLabels()).containsExactly(expected);
    }
}
