package org.vung.nets.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.safetensors.SafetensorsFile;

/** Each model file is refused in fitting words, soon and in little memory. */
@Timeout(20)
class HostileModelFilesTest {

    private static final long MEMORY = 64L << 20;
    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";

    @TempDir
    static Path folder = Path.of("");

    private static byte[] good = {};
    private static String json = "";
    private static byte[] weights = {};

    /** A file that must be refused. */
    private static final class Hostile {

        private final String name;
        private final byte[] content;
        private final String words;

        Hostile(String name, byte[] content, String words) {
            this.name = name;
            this.content = content;
            this.words = words;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void make() throws IOException {
        Path file = folder.resolve("good.vung");
        model(graph(8), graph(8), 1).write(file, Existing.KEEP);
        good = Files.readAllBytes(file);
        json = ModelJson.write(model(graph(8), graph(8), 1));
        weights = weights(graph(8), 1);
        assertThat(ModelFile.read(file).graph()).isEqualTo(graph(8));
        assertThat(reading(zip(MODEL, bytes(json), WEIGHTS, weights)).graph()).isEqualTo(graph(8));
    }

    private static Graph graph(int channels) {
        GraphBuilder net = Graph.builder("small");
        String image = net.input("image", new Shape(3, 16, 16));
        String conv = net.relu("relu", net.add("conv", Convolution.of(3, channels, 3), image));
        return net.output("out", net.add("score", Convolution.of(channels, 2, 1), conv))
                .build();
    }

    private static ModelFile model(Graph graph, Graph filled, float factor) {
        List<NamedTensor> tensors = new ArrayList<>();
        filled.parameters().forEach((key, parameter) -> {
            float[] numbers = Deterministic.numbers(key, parameter);
            numbers[0] *= factor;
            tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers));
        });
        return new ModelFile(
                graph,
                Weights.of(tensors),
                Preprocessing.unit(Preprocessing.Colours.RGB),
                Answer.LOGITS,
                List.of(new LabelClass("a", 1), new LabelClass("b", 2)),
                Map.of("source", "a test"));
    }

    private static byte[] weights(Graph graph, float factor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SafetensorsFile(model(graph, graph, factor).weights(), Map.of()).writeTo(out);
        return out.toByteArray();
    }

    static List<Hostile> files() throws IOException {
        List<Hostile> files = new ArrayList<>();
        files.addAll(zips());
        files.addAll(texts());
        files.addAll(graphs());
        return files;
    }

    private static List<Hostile> zips() throws IOException {
        byte[] model = bytes(json);
        return List.of(
                new Hostile("empty", new byte[0], "a zip must end with its directory"),
                new Hostile("no zip", bytes("{\"version\":1}"), "a zip must end with its directory"),
                new Hostile("truncated", Arrays.copyOf(good, good.length - 40), "a zip must end with its directory"),
                new Hostile("only its end", Arrays.copyOfRange(good, good.length - 22, good.length), "damaged"),
                new Hostile("no model.json", zip(WEIGHTS, weights), "must hold model.json"),
                new Hostile("no weights", zip(MODEL, model), "must hold weights.safetensors"),
                new Hostile(
                        "two models",
                        renamed(zip(MODEL, model, "nodel.json", model, WEIGHTS, weights), "nodel.json", MODEL),
                        "got model.json twice"),
                new Hostile(
                        "a name that leaves the folder",
                        zip("../../etc/passwd", model, MODEL, model, WEIGHTS, weights),
                        "must stay within it"),
                new Hostile(
                        "an absolute name",
                        zip("/etc/passwd", model, MODEL, model, WEIGHTS, weights),
                        "must stay within it"),
                new Hostile("deflated", deflated(model), "must be stored"),
                new Hostile("a bomb", deflated(new byte[32 << 20]), "must be stored"),
                new Hostile("a size beyond the file", sized(0x7FFFFFFF), "damaged"),
                new Hostile("weights cut off", zip(MODEL, model, WEIGHTS, Arrays.copyOf(weights, 60)), "header"),
                new Hostile("weights that are none", zip(MODEL, model, WEIGHTS, bytes("none")), "safetensors"));
    }

    private static List<Hostile> texts() throws IOException {
        return List.of(
                text("no JSON", "hello", "must be JSON"),
                text("not UTF-8", "\u0000\u0001", "must be JSON"),
                text("an array", "[1]", "must hold an object"),
                text("deep", "[".repeat(100_000), "must be JSON"),
                text("deep inside", json.replace("\"a test\"", "[".repeat(2000) + "]".repeat(2000)), "must be JSON"),
                text("two versions", json.replaceFirst("\\{", "{\"version\":1,"), "must be JSON"),
                text(
                        "a newer version",
                        json.replaceFirst("\"version\":1", "\"version\":2"),
                        "version must be 1, got 2"),
                text(
                        "a version in words",
                        json.replaceFirst("\"version\":1", "\"version\":\"1\""),
                        "version must be 1"),
                text("no version", json.replaceFirst("\"version\":1,", ""), "version must be 1"),
                text("an unknown field", json.replaceFirst("\\{", "{\"code\":\"x\","), "got 'code'"),
                text("classes of another kind", changed("classes", "7"), "classes must be an array"),
                text("too few classes", changed("classes", "[]"), "classes must be 2"),
                text(
                        "a colour that is none",
                        changed("classes", "[{\"name\":\"a\",\"colour\":\"red\"}]"),
                        "colour must read #RRGGBB"),
                text("an unknown answer", changed("answer", "\"oracle\""), "answer must be one of"),
                text("about of another kind", changed("about", "[]"), "about must be an object"),
                text(
                        "another number of channels",
                        json.replace("\"rgb\"", "\"grey\"")
                                .replaceFirst("\"means\":\\[[^]]*]", "\"means\":[0]")
                                .replaceFirst("\"deviations\":\\[[^]]*]", "\"deviations\":[1]"),
                        "must give the 3 channels"),
                text(
                        "a deviation of nothing",
                        json.replaceFirst("\"deviations\":\\[[^]]*]", "\"deviations\":[0,0,0]"),
                        "above 0"));
    }

    private static List<Hostile> graphs() throws IOException {
        return List.of(
                text("no graph", changed("graph", "null"), "graph"),
                text("an unknown layer", json.replace("\"Activation\"", "\"Runtime\""), "type must be one of"),
                text(
                        "a layer that hangs in the air",
                        json.replaceFirst("\"inputs\":\\[\"conv\"]", "\"inputs\":[\"nowhere\"]"),
                        "got 'nowhere'"),
                text(
                        "a layer that takes from itself",
                        json.replaceFirst("\"inputs\":\\[\"conv\"]", "\"inputs\":[\"relu\"]"),
                        "must take from nodes before it"),
                text(
                        "a circle",
                        json.replaceFirst("\"inputs\":\\[\"image\"]", "\"inputs\":[\"score\"]"),
                        "must take from nodes before it"),
                text("an output that is none", json.replace("\"out\":\"score\"", "\"out\":\"x\""), "outputs must name"),
                text("channels below 0", json.replaceFirst("\"in\":3", "\"in\":-3"), "-3"),
                text("channels in words", json.replaceFirst("\"in\":3", "\"in\":\"3\""), "in must be"),
                text("channels beyond int", json.replaceFirst("\"in\":3", "\"in\":99999999999"), "in must be"),
                text(
                        "a layer of terabytes",
                        json.replace("\"out\":8", "\"out\":2000000000").replace("\"in\":8", "\"in\":2000000000"),
                        "2000000000"),
                text(
                        "an image of terabytes",
                        json.replaceFirst("\"height\":16", "\"height\":2147483647")
                                .replaceFirst("\"width\":16", "\"width\":2147483647"),
                        "must have at most 2147483647 numbers"),
                new Hostile(
                        "weights of another graph",
                        zip(MODEL, bytes(json), WEIGHTS, weights(graph(9), 1)),
                        "conv.weight"));
    }

    private static Hostile text(String name, String text, String words) throws IOException {
        assertThat(text).as(name + " must differ").isNotEqualTo(json);
        return new Hostile(name, zip(MODEL, bytes(text), WEIGHTS, weights), words);
    }

    /** The text with another value of a field that stands at the top. */
    private static String changed(String field, String value) {
        int from = json.indexOf("\"" + field + "\":") + field.length() + 3;
        int to = from;
        for (int depth = 0; depth > 0 || (json.charAt(to) != ',' && json.charAt(to) != '}'); to++) {
            depth += "[{".indexOf(json.charAt(to)) >= 0 ? 1 : "]}".indexOf(json.charAt(to)) >= 0 ? -1 : 0;
        }
        return json.substring(0, from) + value + json.substring(to);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedInWordsAndLittleMemory(Hostile hostile) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "hostile", ".vung"), hostile.content);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> ModelFile.read(file))
                .isExactlyInstanceOf(WeightFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(hostile.words)
                .message()
                .hasSizeLessThan(700);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY);
    }

    @Test
    void textOfMoreThan64MebibytesIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("long.vung"), zip(MODEL, new byte[65 << 20], WEIGHTS, weights));
        assertThatThrownBy(() -> ModelFile.read(file))
                .isExactlyInstanceOf(WeightFileException.class)
                .hasMessageContaining("model.json must have at most 67108864 bytes, got 68157440");
    }

    /** Numbers are not looked at when a file is read. */
    @Test
    void weightsThatAreNoNumbersAreLeftToModelTest() throws IOException {
        assertThat(reading(zip(MODEL, bytes(json), WEIGHTS, weights(graph(8), Float.NaN)))
                        .weights()
                        .get("conv.weight")
                        .floats()[0])
                .isNaN();
    }

    private static ModelFile reading(byte[] content) throws IOException {
        return ModelFile.read(Files.write(Files.createTempFile(folder, "file", ".vung"), content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Names and contents in turn. */
    private static byte[] zip(Object... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.length; i += 2) {
                byte[] content = (byte[]) parts[i + 1];
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry((String) parts[i]);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(MODEL));
            zip.write(model);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** The file with another size of its first entry in the directory. */
    private static byte[] sized(int size) throws IOException {
        byte[] zip = zip(MODEL, bytes(json), WEIGHTS, weights);
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(zip.length - 6);
        buffer.putInt(directory + 20, size).putInt(directory + 24, size);
        return zip;
    }

    private static byte[] renamed(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
