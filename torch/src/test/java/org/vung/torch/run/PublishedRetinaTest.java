package org.vung.torch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vung.image.Grey;
import org.vung.image.Image;
import org.vung.image.contrast.Contrast;
import org.vung.image.file.ImageFiles;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.file.Preprocessing.Colours;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.Models;
import org.vung.nets.weights.KeyMap;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.file.WeightFiles;
import org.vung.nets.weights.keras.KerasOrder;

/** The retina U-Net with its published weights, on the 20 DRIVE photos of its training that PyTorch scored it on. */
class PublishedRetinaTest {

    private static final KeyMap NAMES =
            KeyMap.none().replacing("_W$", ".weight").replacing("_b$", ".bias");

    /**
     * The authors standardise the grey values over the set of photos first. The stretch undoes that; both ways give the same
     * 6,599,200 pixels.
     */
    private static final Preprocessing PREPARED =
            Preprocessing.unit(Colours.GREY).withContrast(Contrast.parse("stretch,clahe=2:8x8,gamma=1.2"));

    private static final List<LabelClass> CLASSES =
            List.of(new LabelClass("background", 0), new LabelClass("vessel", 0xFF0000));
    private static final int TILE = 400;
    private static Path data = Path.of("");

    @BeforeAll
    static void find() {
        String folder = System.getenv("VUNG_DATA");
        assumeTrue(folder != null, "VUNG_DATA names no folder of real images");
        data = Path.of(folder);
    }

    private static SemanticSegmenter vessels(Precision precision, int tile) throws IOException {
        Weights file = WeightFiles.read(data.resolve("../weights/retina-unet/test_best_weights.h5"));
        Graph graph = Models.named("retina-unet").graph();
        Weights fitting = NAMES.match(KerasOrder.THEANO.convert(file), ModelFile.dimensions(graph))
                .matchedOrThrow();
        ModelFile model = new ModelFile(graph, fitting, PREPARED, Answer.LOGITS, CLASSES, Map.of());
        SemanticSegmenter.Meaning meaning = new SemanticSegmenter.Meaning(PREPARED, Answer.LOGITS, CLASSES);
        return new SemanticSegmenter(Network.of(graph, model.numbers(), precision), meaning, tile);
    }

    private static List<Path> photos() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("drive/training/images"))) {
            return files.sorted().toList();
        }
    }

    /** White pixels of the file about a photo, such as {@code 1st_manual/21_manual1.gif}. */
    private static boolean[] white(Path photo, String ending) throws IOException {
        String number = String.valueOf(photo.getFileName()).substring(0, 2);
        Image grey =
                Grey.STANDARD.of(ImageFiles.read(data.resolve("drive/training").resolve(ending.replace("#", number))));
        boolean[] white = new boolean[grey.size().pixels()];
        for (int pixel = 0; pixel < white.length; pixel++) {
            white[pixel] = grey.sample(pixel / grey.width(), pixel % grey.width(), 0) > 127;
        }
        return white;
    }

    /** Printed by checks/peers/fixtures_clahe.py for the same folder. */
    @Test
    void photosArePreparedAsByTheAuthorsPixelByPixel() throws IOException {
        CRC32 sum = new CRC32();
        for (Path photo : photos()) {
            sum.update(PREPARED.contrasted(ImageFiles.read(photo)).sharedBytes());
        }
        assertThat(Long.toHexString(sum.getValue())).isEqualTo("4d33f683");
    }

    @Test
    void scoresInsideTheFieldOfViewAreThoseOfPyTorch() throws IOException {
        Pixels pixels = new Pixels();
        try (SemanticSegmenter unet = vessels(Precision.FLOAT32, SemanticSegmenter.USUAL_TILE)) {
            for (Path photo : photos()) {
                Maps maps = unet.probabilities(ImageFiles.read(photo));
                pixels.add(maps, white(photo, "1st_manual/#_manual1.gif"), white(photo, "mask/#_training_mask.gif"));
            }
        }
        assertThat(pixels.count).isEqualTo(4_541_006);
        assertThat(RocArea.of(pixels.scores(), pixels.truth())).isCloseTo(0.9865, Offset.offset(0.0003));
        assertThat(pixels.accuracy()).isCloseTo(0.9616, Offset.offset(0.0003));
        assertThat(pixels.rightOf(true)).as("sensitivity").isCloseTo(0.8030, Offset.offset(0.0005));
        assertThat(pixels.rightOf(false)).as("specificity").isCloseTo(0.9844, Offset.offset(0.0005));
    }

    /** 0.9996 measured: above the 0.999 that AUTO asks of bfloat16. */
    @Test
    void bfloat16GivesTheLabelsOfFloat32() throws IOException {
        try (SemanticSegmenter exact = vessels(Precision.FLOAT32, SemanticSegmenter.USUAL_TILE);
                SemanticSegmenter fast = vessels(Precision.BFLOAT16, SemanticSegmenter.USUAL_TILE)) {
            assertThat(Chance.agreement(exact, fast, photos())).isGreaterThan(0.999);
        }
    }

    /** The contrast is that of the whole photo, not of each tile. */
    @Test
    void tilesGiveTheProbabilitiesOfTheWholePhoto() throws IOException {
        Image photo = ImageFiles.read(photos().get(0));
        try (SemanticSegmenter whole = vessels(Precision.FLOAT32, SemanticSegmenter.USUAL_TILE);
                SemanticSegmenter tiled = vessels(Precision.FLOAT32, TILE)) {
            assertThat((Integer) tiled.segment(photo).findings().values().get("tiles"))
                    .isGreaterThan(1);
            float[] one = whole.probabilities(photo).numbers();
            float[] many = tiled.probabilities(photo).numbers();
            double farthest = IntStream.range(0, one.length)
                    .mapToDouble(at -> Math.abs(one[at] - many[at]))
                    .max()
                    .orElseThrow();
            assertThat(farthest).isLessThan(1e-5);
        }
    }

    /** Pixels inside the field of view. */
    private static final class Pixels {

        private final float[] scores = new float[6_599_200];
        private final boolean[] truth = new boolean[scores.length];
        private int count;

        void add(Maps maps, boolean[] vessel, boolean[] seen) {
            for (int pixel = 0; pixel < seen.length; pixel++) {
                if (seen[pixel]) {
                    scores[count] = maps.numbers()[seen.length + pixel];
                    truth[count++] = vessel[pixel];
                }
            }
        }

        float[] scores() {
            return Arrays.copyOf(scores, count);
        }

        boolean[] truth() {
            return Arrays.copyOf(truth, count);
        }

        double accuracy() {
            long right = 0;
            for (int pixel = 0; pixel < count; pixel++) {
                right += truth[pixel] == scores[pixel] >= 0.5f ? 1 : 0;
            }
            return (double) right / count;
        }

        /** Of the pixels of one kind, the share that is given this kind. */
        double rightOf(boolean kind) {
            long right = 0;
            long all = 0;
            for (int pixel = 0; pixel < count; pixel++) {
                if (truth[pixel] == kind) {
                    right += kind == scores[pixel] >= 0.5f ? 1 : 0;
                    all++;
                }
            }
            return (double) right / all;
        }
    }
}
