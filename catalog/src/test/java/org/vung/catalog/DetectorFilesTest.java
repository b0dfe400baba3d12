package org.vung.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.Segmenter;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.nets.numbers.Deterministic;

class DetectorFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private String file = "";

    @BeforeEach
    void write() throws Exception {
        file = TinyDetector.write(folder.resolve("tiny.vung"), true).toString();
    }

    private static Image photo() {
        Size size = new Size(48, 64);
        byte[] samples = new byte[3 * size.pixels()];
        float[] uniform = Deterministic.uniform("photo", samples.length);
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (int) (128 * (uniform[at] + 1));
        }
        return Image.wrap(size, Layout.RGB, samples);
    }

    private static Instances found(String text) throws Exception {
        Segmenter segmenter = Catalog.segmenter(text);
        try {
            return (Instances) segmenter.segment(photo());
        } finally {
            Segmenter.close(segmenter);
        }
    }

    @Test
    void offersWhatADetectorHasAndNothingElse() {
        assertThat(Catalog.named(file).options())
                .extracting(Option::name)
                .containsExactly("score", "most", "tile", "overlap", "precision");
        for (String other : new String[] {"tta=flips", "objects=auto", "min-area=9", "connected=true"}) {
            assertThatThrownBy(() -> Catalog.segmenter(file + ":" + other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tiny.vung option must be one of score, most, tile, overlap, precision, got");
        }
        assertThatThrownBy(() -> Catalog.segmenter("membrane:score=0.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 'score'");
    }

    @Test
    void objectsAreToldOfFromTheScoreOn() throws Exception {
        Instances all = found(file + ":score=file,precision=float32");
        assertThat(all.objects()).hasSizeLessThan(60).anyMatch(one -> one.score() < 0.5);
        assertThat(all.objects()).extracting(Instance::category).contains(1, 2);
        assertThat(found(file + ":precision=float32").objects())
                .isEqualTo(
                        all.objects().stream().filter(one -> one.score() > 0.5).toList());
        assertThat(found(file + ":score=0,most=3,precision=float32").objects())
                .isEqualTo(all.objects().subList(0, 3));
        assertThat(found(file + ":score=1").objects()).isEmpty();
    }

    @Test
    void theFileSaysFromWhichScoreOnObjectsAreShown() throws Exception {
        Path surer = TinyDetector.showing(0.8, folder.resolve("surer.vung"));
        assertThat(Catalog.named(surer.toString()).options().get(0).fallback()).isEqualTo("0.8");
        assertThat(found(surer + ":precision=float32").objects())
                .isEqualTo(found(surer + ":score=0.8,precision=float32").objects())
                .isNotEqualTo(found(surer + ":score=0.5,precision=float32").objects());
        Path odd = TinyDetector.showing(2, folder.resolve("odd.vung"));
        assertThatThrownBy(() -> Catalog.named(odd.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shown of objects must be 0 … 1, got 2");
    }

    @Test
    void largeImagesAreCutWhereAskedFor() throws Exception {
        assertThat(found(file.toString()).findings().values()).doesNotContainKey("windows");
        assertThat(found(file + ":tile=48").findings().values().get("windows")).isEqualTo(2);
        assertThat(found(file + ":tile=48,overlap=20").findings().values().get("windows"))
                .isEqualTo(2);
        assertThatThrownBy(() -> Catalog.segmenter(file + ":overlap=20"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap must go with tile");
        assertThatThrownBy(() -> Catalog.segmenter(file + ":tile=48,overlap=30"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take windows of 60");
        assertThatThrownBy(() -> Catalog.segmenter(file + ":tile=40"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tile must be at least 48 or auto");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Catalog.segmenter(file + ":score=1.5"))
                .hasMessageContaining("score must be 0 … 1 or file, got 1.5");
        assertThatThrownBy(() -> Catalog.segmenter(file + ":most=0"))
                .hasMessageContaining("most must be at least 1 or file");
    }

    @Test
    void withoutMasksThereAreBoxes() throws Exception {
        Path boxes = TinyDetector.write(folder.resolve("boxes.vung"), false);
        assertThat(found(boxes + ":score=0").objects())
                .isNotEmpty()
                .extracting(Instance::mask)
                .allMatch(Optional::isEmpty);
    }

    @Test
    void anEnsembleOfDetectorsIsRefused() {
        assertThatThrownBy(() -> Catalog.segmenter("ensemble:" + file + "+" + file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ensemble must be of networks that give a class for every pixel");
    }

    @Test
    void aFileThatIsNotThereIsToldAtOnce() {
        assertThatThrownBy(() -> Catalog.named(folder.resolve("none.vung").toString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.vung");
    }
}
