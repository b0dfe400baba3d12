package org.vung.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.ResidentMemory;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Shape;
import org.vung.onnx.format.Attribute;
import org.vung.onnx.format.Message;
import org.vung.onnx.format.OnnxGraph;
import org.vung.onnx.format.OnnxGraph.Dimension;

class OnnxModelTest {

    private static final Shape IMAGE = new Shape(3, 6, 5);
    private static final Dimension BATCH = Dimension.free("batch");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("model.onnx");
    }

    private Path write(Message model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.writeTo(bytes);
        return Files.write(file, bytes.toByteArray());
    }

    private static byte[] valid() throws IOException {
        Path made = Written.write(Written.one(Convolution.of(3, 2, 3), IMAGE));
        try {
            return Files.readAllBytes(made);
        } finally {
            Files.delete(made);
        }
    }

    private static Dimension fixed(long length) {
        return Dimension.fixed(length);
    }

    /** A foreign model: input "x" of some dimensions, one operator, output "y". */
    private Path foreign(String operator, List<Dimension> in, List<Dimension> out, Attribute... attributes)
            throws IOException {
        OnnxGraph graph = new OnnxGraph("foreign");
        graph.input("x", in);
        graph.node(operator, List.of("x"), List.of("y"), attributes);
        graph.output("y", out);
        return write(graph.model(8, 17));
    }

    private void refused(Path model, String what) {
        assertThatThrownBy(() -> OnnxModel.open(model).close())
                .isInstanceOf(OnnxException.class)
                .hasMessageStartingWith("cannot use " + model + ": " + what)
                .hasFieldOrPropertyWithValue("file", model);
    }

    @Test
    void filesThatAreNoModelsAreRefused() throws IOException {
        refused(folder.resolve("none.onnx"), "it does not exist; name an .onnx file");
        refused(folder, "it is no regular file; name an .onnx file");
        refused(
                Files.write(file, new byte[0]),
                "it is no .onnx file, or damaged: it is empty; fetch or export it again");
        refused(
                Files.writeString(file, "# Readme\n\nNot a network.\n"),
                "it is no .onnx file, or damaged: the field at");
        refused(Files.writeString(file, "<html><body>404</body></html>"), "it is no .onnx file, or damaged: ");
        refused(Files.write(file, new byte[] {8, 9}), "it is no .onnx file, or damaged: it holds no network");
        refused(
                Files.write(file, new byte[] {0x3A, -1, -1, -1, -1, -1, -1, -1, -1, 0x7F}),
                "it is no .onnx file, or damaged");
        refused(
                Files.write(file, new byte[] {0x3A, -1, -1, -1, -1, 7, 1}),
                "it is no .onnx file, or damaged: the field at");
        refused(Files.write(file, new byte[] {0x3A, 0}), "ONNX Runtime refuses it: ");
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        refused(Files.write(file, noise), "it is no .onnx file, or damaged: ");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = valid();
        for (int length = 0; length < whole.length; length += 3) {
            refused(Files.write(file, Arrays.copyOf(whole, length)), "");
        }
    }

    @Test
    void damagedBytesAreRefusedOrRun() throws IOException {
        byte[] whole = valid();
        Random chance = new Random(7);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 3; k++) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            }
            try (OnnxModel model = OnnxModel.open(Files.write(file, damaged))) {
                assertThat(model.outputs()).isNotEmpty();
            } catch (OnnxException worded) {
                assertThat(worded.getMessage()).startsWith("cannot use").hasLineCount(1);
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 499);
    }

    @Test
    void arraysThatClaimMoreThanTheyHoldAreRefused() throws IOException {
        for (long length : new long[] {5, 1L << 30, 1L << 40, Long.MAX_VALUE, -1}) {
            Message tensor = new Message()
                    .numbers(1, length, 4)
                    .numbers(2, 1)
                    .text(8, "w")
                    .rawLongs(9, 1);
            Message node = new Message().text(1, "w").text(2, "y").text(4, "Relu");
            Message value = new Message().text(1, "y");
            Message graph = new Message()
                    .message(1, node)
                    .text(2, "g")
                    .message(5, tensor)
                    .message(12, value);
            Message operators = new Message().text(1, "").numbers(2, 17);
            refused(write(new Message().numbers(1, 8).message(8, operators).message(7, graph)), "");
        }
    }

    @Test
    void arraysInFilesElsewhereAreRefused() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        Path secret = Files.write(folder.resolve("secret"), new byte[16]);
        file = models.resolve("model.onnx");
        for (String place : new String[] {"../secret", secret.toString(), "none"}) {
            Message entry = new Message().text(1, "location").text(2, place);
            Message tensor = new Message()
                    .numbers(1, 4)
                    .numbers(2, 1)
                    .text(8, "w")
                    .message(13, entry)
                    .numbers(14, 1);
            Message relu = new Message().text(1, "w").text(2, "y").text(4, "Relu");
            Message graph = new Message()
                    .message(1, relu)
                    .text(2, "g")
                    .message(5, tensor)
                    .message(12, value("y", 1));
            graph.message(11, value("x", 1, fixed(1), fixed(3), fixed(1), fixed(2)));
            Message operators = new Message().text(1, "").numbers(2, 17);
            refused(
                    write(new Message().numbers(1, 8).message(8, operators).message(7, graph)),
                    "ONNX Runtime refuses it: ");
        }
    }

    @Test
    void modelsOfAnotherKindAreRefused() throws IOException {
        List<Dimension> image = List.of(BATCH, fixed(3), Dimension.free("h"), Dimension.free("w"));
        refused(foreign("Relux", image, image), "ONNX Runtime refuses it: This is an invalid model.");
        refused(
                foreign("Relu", List.of(BATCH, fixed(3)), List.of(BATCH, fixed(3))),
                "input 'x' must be float32 of 4 dimensions, got TensorInfo");
        OnnxGraph two = new OnnxGraph("two");
        two.input("a", image);
        two.input("b", image);
        two.node("Add", List.of("a", "b"), List.of("y"));
        two.output("y", image);
        refused(
                write(two.model(8, 17)),
                "it must take one image, got 2 inputs [a, b]; export it with the others fixed");
    }

    @Test
    void aForeignModelOfChannelsLastGetsThemSo() throws IOException {
        List<Dimension> last = List.of(BATCH, Dimension.free("h"), Dimension.free("w"), fixed(3));
        float[] images = new float[2 * 3 * 2 * 2];
        for (int i = 0; i < images.length; i++) {
            images[i] = i;
        }
        try (OnnxModel model = OnnxModel.open(foreign("Neg", last, last))) {
            assertThat(model.input().layout()).isEqualTo(ImageInput.Layout.NHWC);
            assertThat(model.input().channels()).isEqualTo(3);
            FloatMaps answer = Objects.requireNonNull(
                    model.run(FloatMaps.of(2, new Shape(3, 2, 2), images)).get("y"));
            assertThat(answer.dimensions()).containsExactly(2, 2, 2, 3);
            assertThat(Arrays.copyOf(answer.numbers(), 7)).containsExactly(-0f, -4, -8, -1, -5, -9, -2);
        }
    }

    /** A value of any kind of number, without dimensions told. */
    private static Message value(String name, int kind, Dimension... dimensions) {
        Message shape = new Message();
        for (Dimension dimension : dimensions) {
            shape.message(1, new Message().numbers(1, dimension.length()));
        }
        Message tensor = new Message().numbers(1, kind);
        Message type = new Message().message(1, dimensions.length == 0 ? tensor : tensor.message(2, shape));
        return new Message().text(1, name).message(2, type);
    }

    private static Message node(String operator, String out, Attribute attribute) {
        return new Message().text(1, "x").text(2, out).text(4, operator).message(5, attribute.message());
    }

    @Test
    void answersInOtherKindsOfNumbersComeAsFloats() throws IOException {
        Message graph =
                new Message().text(2, "kinds").message(11, value("x", 1, fixed(1), fixed(3), fixed(1), fixed(2)));
        graph.message(1, node("ArgMax", "classes", Attribute.number("axis", 1)));
        graph.message(12, value("classes", 7));
        Map<String, Integer> casts =
                Map.of("bytes", 2, "ints", 6, "longs", 7, "booleans", 9, "halves", 10, "doubles", 11);
        casts.forEach((name, kind) -> {
            graph.message(1, node("Cast", name, Attribute.number("to", kind)));
            graph.message(12, value(name, kind));
        });
        Message operators = new Message().text(1, "").numbers(2, 17);
        Message whole = new Message().numbers(1, 8).message(8, operators).message(7, graph);
        try (OnnxModel model = OnnxModel.open(write(whole))) {
            var answers = model.run(FloatMaps.of(1, new Shape(3, 1, 2), 1, 2, 3, 1, 2, 200));
            assertThat(numbers(answers, "classes")).containsExactly(1, 2);
            assertThat(numbers(answers, "booleans")).containsExactly(1, 1, 1, 1, 1, 1);
            for (String name : List.of("bytes", "ints", "longs", "halves", "doubles")) {
                assertThat(numbers(answers, name)).as(name).containsExactly(1, 2, 3, 1, 2, 200);
            }
        }
    }

    private static float[] numbers(Map<String, FloatMaps> answers, String name) {
        return Objects.requireNonNull(answers.get(name)).numbers();
    }

    @Test
    void badBatchesAreRefusedBeforeAnythingNativeHappens() throws IOException {
        try (OnnxModel model = OnnxModel.open(Files.write(file, valid()))) {
            assertThatThrownBy(() -> model.run(FloatMaps.of(1, new Shape(1, 6, 5), new float[30])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("channels must be 3 for input 'image', got 1; convert the image first");
            assertThatThrownBy(() -> model.run(new FloatMaps(List.of(3, 6, 5), new float[90])))
                    .hasMessage("images must have 4 dimensions N, C, H, W of at least 1, got [3, 6, 5]");
            assertThatThrownBy(() -> model.run(new FloatMaps(List.of(0, 3, 6, 5), new float[0])))
                    .hasMessageContaining("of at least 1, got [0, 3, 6, 5]");
            assertThatThrownBy(() -> model.run(FloatMaps.of(1, new Shape(3, 2, 2), new float[12])))
                    .isInstanceOf(OnnxException.class)
                    .hasMessageContaining("it failed on images of [1, 3, 2, 2]: ");
        }
        assertThatThrownBy(() -> FloatMaps.of(1, IMAGE, new float[7]))
                .hasMessage("numbers must fill [1, 3, 6, 5] = 90, got 7");
        assertThatThrownBy(() -> new OnnxModel.Options(0)).hasMessage("threads must be at least 1, got 0");
    }

    @Test
    void aClosedModelDoesNotRunAndClosesTwice() throws IOException {
        OnnxModel model = OnnxModel.open(Files.write(file, valid()), new OnnxModel.Options(1));
        model.close();
        model.close();
        assertThatThrownBy(() -> model.run(FloatMaps.of(1, IMAGE, new float[90])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("model must be open, got a closed one");
    }

    @Test
    void threadsQueueAndGetTheSameAnswer() throws IOException {
        Graph graph = Written.one(Convolution.of(3, 2, 3), IMAGE);
        float[] image = new float[90];
        Arrays.setAll(new double[90], i -> image[i] = (float) Math.sin(i));
        float[] alone = Written.run(graph, image);
        try (OnnxModel model = OnnxModel.open(Files.write(file, valid()))) {
            List<CompletableFuture<FloatMaps>> runs = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> answer(model, image)))
                    .limit(16)
                    .toList();
            assertThat(runs).allSatisfy(run -> assertThat(run.join().numbers()).containsExactly(alone));
        }
    }

    private static FloatMaps answer(OnnxModel model, float[] image) {
        try {
            return Objects.requireNonNull(
                    model.run(FloatMaps.of(1, IMAGE, image)).get("out"));
        } catch (OnnxException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void opensAndRunsByTheThousandDoNotGrow() throws IOException {
        Files.write(file, valid());
        long least = ResidentMemory.leastGrowth(4000, () -> work(400));
        assertThat(least).as("kB in 400 opens and 800 runs").isLessThan(4000);
    }

    private void work(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (OnnxModel model = OnnxModel.open(file)) {
                int rows = 5 + i % 60;
                model.run(FloatMaps.of(1, new Shape(3, rows, 40), new float[3 * rows * 40]));
            }
        }
        try (OnnxModel model = OnnxModel.open(file)) {
            for (int i = 0; i < times; i++) {
                int rows = 5 + i % 60;
                model.run(FloatMaps.of(1, new Shape(3, rows, 40), new float[3 * rows * 40]));
            }
        }
    }
}
