package org.vung.onnx.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.ResidentMemory;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.nets.foreign.ForeignSegmenter;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.weights.WeightFileException;
import org.vung.onnx.OnnxException;
import org.vung.onnx.OnnxExport;

/** Files whose only layer gives every colour, or half of it, as a class: the label is the strongest colour. */
class OnnxSegmenterTest {

    private static final String RGB = "{\"preprocessing\": {\"colours\": \"rgb\", \"scale\": 1, \"means\": [0, 0, 0],"
            + " \"deviations\": [1, 1, 1]}, \"answer\": \"logits\", \"classes\": 3";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("net.onnx");
        write(net("out"), 1);
    }

    private static Graph net(String... outputs) {
        GraphBuilder net = Graph.builder("strongest");
        String score = net.add("score", Convolution.of(3, 3, 1).withoutBias(), net.input("image", new Shape(3, 8, 8)));
        for (String output : outputs) {
            net.output(output, score);
        }
        return net.build();
    }

    private void write(Graph graph, float factor) throws IOException {
        Numbers diagonal = (key, parameter) -> new float[] {factor, 0, 0, 0, factor, 0, 0, 0, factor};
        OnnxExport.write(graph, diagonal, file, Existing.REPLACE);
    }

    private void describe(String text) throws IOException {
        Files.writeString(folder.resolve("net.onnx.json"), text);
    }

    private static Image noise(int height, int width, Layout layout) {
        byte[] samples = new byte[height * width * (layout == Layout.GREY ? 1 : 3)];
        new Random(9).nextBytes(samples);
        return Image.wrap(new Size(height, width), layout, samples);
    }

    private static void check(Image image, int[] labels) {
        for (int pixel = 0; pixel < labels.length; pixel++) {
            int row = pixel / image.width();
            int column = pixel % image.width();
            for (int c = 0; c < image.channels(); c++) {
                assertThat(image.sample(row, column, labels[pixel]))
                        .isGreaterThanOrEqualTo(image.sample(row, column, c));
            }
        }
    }

    @Test
    void anyImageWholeInWindowsAndFromOnePixelOn() throws IOException {
        for (String rest : new String[] {"}", ", \"multiple\": 32}", ", \"size\": {\"height\": 8, \"width\": 16}}"}) {
            describe(RGB + rest);
            try (ForeignSegmenter segmenter = OnnxSegmenter.open(file)) {
                for (Image image : new Image[] {noise(33, 50, Layout.RGB), noise(1, 1, Layout.RGB)}) {
                    check(image, segmenter.segment(image).labels().sharedLabels());
                }
                assertThat(segmenter.segment(noise(5, 6, Layout.GREY)).labels().sharedLabels())
                        .containsOnly(0);
            }
        }
    }

    @Test
    void aMissingDescriptionIsShownForTheModelsOwnShapes() throws IOException {
        assertThatThrownBy(() -> OnnxSegmenter.open(file).close())
                .isInstanceOf(WeightFileException.class)
                .hasMessageContaining("a file net.onnx.json beside it must say what its numbers mean")
                .hasMessageContaining("\"classes\": 3, \"multiple\": 32}");
    }

    @Test
    void aDescriptionThatDoesNotFitIsRefusedWhenItIsOpened() throws IOException {
        describe(RGB.replace("\"classes\": 3", "\"classes\": 4") + "}");
        assertThatThrownBy(() -> OnnxSegmenter.open(file).close())
                .isInstanceOf(WeightFileException.class)
                .hasMessageContaining("net.onnx.json: answer must have 4 channels")
                .hasMessageContaining("mend \"classes\" or \"answer\"");
        describe(RGB + ", \"output\": \"aux\"}");
        assertThatThrownBy(() -> OnnxSegmenter.open(file).close())
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("must name one of its outputs [out], got aux");
    }

    @Test
    void ofSeveralAnswersOneIsNamed() throws IOException {
        write(net("first", "second"), 1);
        describe(RGB + "}");
        assertThatThrownBy(() -> OnnxSegmenter.open(file).close())
                .hasMessageContaining("outputs [first, second], got none; write \"output\": \"first\"");
        describe(RGB + ", \"output\": \"second\"}");
        try (ForeignSegmenter segmenter = OnnxSegmenter.open(file)) {
            Image image = noise(9, 9, Layout.RGB);
            check(image, segmenter.segment(image).labels().sharedLabels());
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() throws IOException {
        write(net("out"), Float.NaN);
        describe(RGB + "}");
        try (ForeignSegmenter segmenter = OnnxSegmenter.open(file)) {
            assertThatThrownBy(() -> segmenter.segment(noise(4, 4, Layout.RGB)))
                    .hasMessageContaining("answer must be of numbers, got NaN");
        }
    }

    @Test
    void truncatedAndForeignBytesAreRefused() throws IOException {
        describe(RGB + "}");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> OnnxSegmenter.open(file).close()).isInstanceOf(OnnxException.class);
        }
        Files.writeString(file, "no network");
        assertThatThrownBy(() -> OnnxSegmenter.open(file).close()).hasMessageContaining("it is no .onnx file");
    }

    @Test
    void aThousandImagesDoNotGrow() throws IOException {
        describe(RGB + ", \"size\": {\"height\": 32, \"width\": 32}}");
        try (ForeignSegmenter segmenter = OnnxSegmenter.open(file)) {
            long least = ResidentMemory.leastGrowth(4000, () -> {
                for (int i = 0; i < 200; i++) {
                    segmenter.segment(noise(30 + i % 20, 50, Layout.RGB));
                }
            });
            assertThat(least).as("kB in 200 images").isLessThan(4000);
        }
    }
}
