package org.vung.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.ResidentMemory;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.nets.foreign.FloatArray;
import org.vung.nets.foreign.ForeignSegmenter;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.WeightFileException;
import org.vung.torch.device.Device;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Modules scripted by PyTorch ({@code checks/peers/fixtures_script.py}), their answers beside PyTorch's. */
class ScriptSegmenterTest {

    private static final String RGB = "{\"preprocessing\": {\"colours\": \"rgb\", \"scale\": 1, \"means\": [0, 0, 0],"
            + " \"deviations\": [1, 1, 1]}, \"answer\": \"logits\", \"classes\": 3";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("small.pt");
        try (InputStream module = resource("small.pt")) {
            Files.copy(module, file);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ScriptSegmenterTest.class.getResourceAsStream(name));
    }

    private static void compare(Path module, JsonNode oracle) throws IOException {
        int height = oracle.path("size").path(0).asInt();
        int width = oracle.path("size").path(1).asInt();
        FloatArray image =
                new FloatArray(List.of(1, 3, height, width), Deterministic.uniform("input", 3 * height * width));
        try (ScriptModule loaded = ScriptModule.load(module, Device.CPU)) {
            FloatArray answer = loaded.run(image, null);
            List<Integer> dimensions = new ArrayList<>();
            oracle.path("dimensions").forEach(each -> dimensions.add(each.asInt()));
            assertThat(answer.dimensions()).isEqualTo(dimensions);
            double farthest = 0;
            double largest = 0;
            for (int i = 0; i < answer.numbers().length; i++) {
                double wanted = oracle.path("numbers").path(i).asDouble();
                farthest = Math.max(farthest, Math.abs(answer.numbers()[i] - wanted));
                largest = Math.max(largest, Math.abs(wanted));
            }
            assertThat(farthest / largest).isLessThan(1e-4);
        }
    }

    @Test
    void aSmallModuleAnswersAsInPyTorch() throws IOException {
        try (InputStream oracle = resource("small.json")) {
            compare(file, JsonMapper.shared().readTree(oracle));
        }
    }

    @Test
    void torchvisionsLiteRasppAnswersAsInPyTorch() throws IOException {
        String scripted = System.getenv("VUNG_SCRIPTED");
        assumeTrue(scripted != null, "VUNG_SCRIPTED must name the folder that fixtures_script.py --lraspp wrote");
        Path from = Path.of(Objects.requireNonNull(scripted));
        compare(from.resolve("lraspp.pt"), JsonMapper.shared().readTree(Files.readString(from.resolve("lraspp.json"))));
    }

    private static Image noise(int height, int width) {
        float[] samples = Deterministic.uniform("input", 3 * height * width);
        return Image.wrap(new Size(height, width), Layout.RGB, samples);
    }

    @Test
    void itsScoresOfHalfTheSizeBecomeLabelsOfTheImages() throws IOException {
        Files.writeString(folder.resolve("small.pt.json"), RGB + ", \"multiple\": 2}");
        try (ForeignSegmenter segmenter = ScriptSegmenter.open(file, Device.CPU)) {
            for (Size size : List.of(new Size(21, 33), new Size(1, 1))) {
                assertThat(segmenter.segment(noise(size.height(), size.width())).size())
                        .isEqualTo(size);
            }
        }
        Files.writeString(folder.resolve("small.pt.json"), RGB + ", \"output\": \"aux\"}");
        try (ForeignSegmenter segmenter = ScriptSegmenter.open(file, Device.CPU)) {
            assertThatThrownBy(() -> segmenter.segment(noise(8, 8)))
                    .hasMessageContaining("must name one of its outputs [out, sum], got aux");
        }
    }

    @Test
    void whatTheModuleRaisesIsTold() throws IOException {
        Files.writeString(
                folder.resolve("small.pt.json"),
                RGB.replace("\"rgb\"", "\"grey\"").replace("[0, 0, 0]", "[0]").replace("[1, 1, 1]", "[1]") + "}");
        try (ForeignSegmenter segmenter = ScriptSegmenter.open(file, Device.CPU)) {
            assertThatThrownBy(() -> segmenter.segment(noise(8, 8)))
                    .hasCauseInstanceOf(WeightFileException.class)
                    .hasMessageContaining("it failed on an image of [1, 1, 8, 8]: ")
                    .hasMessageContaining("image must have 3 channels");
        }
    }

    @Test
    void aMissingDescriptionIsShownForTheModulesOwnShapes() {
        assertThatThrownBy(() -> ScriptSegmenter.open(file, Device.CPU).close())
                .isInstanceOf(WeightFileException.class)
                .hasMessageContaining("a file small.pt.json beside it must say what its numbers mean")
                .hasMessageContaining("\"classes\": 3, \"multiple\": 32}");
    }

    @Test
    void whatIsNoTorchScriptIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        refused("must exist, got none", folder.resolve("none.pt"));
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            refused("", Files.write(file, Arrays.copyOf(whole, length)));
        }
        refused("must be a whole zip, got: ", Files.writeString(file, "<html>404</html>"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
        }
        refused("must hold code, got weights alone; give them a network by 'vung model import'", file);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/code/x.py"));
        }
        refused("libtorch refuses it: ", file);
    }

    private static void refused(String what, Path file) {
        assertThatThrownBy(() -> ScriptSegmenter.open(file, Device.CPU).close())
                .isInstanceOf(WeightFileException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(what);
    }

    @Test
    void runsByTheThousandDoNotGrow() throws IOException {
        try (ScriptModule module = ScriptModule.load(file, Device.CPU)) {
            long least = ResidentMemory.leastGrowth(2000, () -> {
                for (int i = 0; i < 1000; i++) {
                    int rows = 8 + i % 16;
                    module.run(new FloatArray(List.of(1, 3, rows, 64), new float[3 * rows * 64]), "out");
                }
            });
            assertThat(least).as("kB in 1000 runs").isLessThan(2000);
        }
    }
}
