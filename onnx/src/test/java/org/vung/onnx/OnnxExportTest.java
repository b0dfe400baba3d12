package org.vung.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vung.image.file.Existing;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;

class OnnxExportTest {

    private static final Shape IMAGE = new Shape(3, 16, 20);

    @TempDir
    Path folder;

    private static String step(GraphBuilder net, String name, String from, int out) {
        String x = net.add(
                name, Convolution.of(net.channels(from), out, 3).withPadding(1).withoutBias(), from);
        return net.relu(name + "_relu", net.add(name + "_bn", BatchNorm.of(out), x));
    }

    @Test
    void aResidualBlockAtFourSizes() throws IOException {
        GraphBuilder net = Graph.builder("residual");
        String x = step(net, "stem", net.input("image", IMAGE), 8);
        String y = net.add("second", Convolution.of(8, 8, 3).withPadding(1).withStride(2), step(net, "first", x, 8));
        String shortcut = net.add("shortcut", Convolution.of(8, 8, 1).withStride(2), x);
        String sum = net.relu("sum_relu", net.add("sum", new Add(), y, shortcut));
        String scores = net.add("score", Convolution.of(8, 4, 1), sum);
        net.output("out", net.add("large", new Resize(Interpolation.BILINEAR), scores, "image"));
        net.output("aux", net.add("share", Activation.of(Activation.Function.SOFTMAX), scores));
        assertThat(Written.difference(
                        net.build(), IMAGE.size(), new Extent(9, 9), new Extent(33, 12), new Extent(1, 5)))
                .isLessThanOrEqualTo(1e-5);
    }

    @Test
    void aUNetOfDepthTwoAtThreeSizes() throws IOException {
        GraphBuilder net = Graph.builder("unet");
        String one = step(net, "down1", net.input("image", IMAGE), 4);
        String two = step(net, "down2", net.add("pool1", MaxPool.of(2, 2), one), 8);
        String three = step(net, "bottom", net.add("pool2", MaxPool.of(2, 2), two), 16);
        String up2 =
                net.add("up2", TransposedConvolution.of(16, 8, 2, 2), net.add("drop", new Dropout(0.5, false), three));
        String x = step(net, "left2", net.add("cat2", new Concatenate(), two, up2), 8);
        String up1 = net.add("up1", TransposedConvolution.of(8, 4, 2, 2), x);
        x = step(net, "left1", net.add("cat1", new Concatenate(), one, up1), 4);
        net.output("out", net.add("score", Convolution.of(4, 2, 1), x));
        assertThat(Written.difference(net.build(), IMAGE.size(), new Extent(8, 12), new Extent(32, 4)))
                .isLessThanOrEqualTo(1e-5);
    }

    @Test
    void aUNetOfThePaperWithoutPaddingCropsItsSkips() throws IOException {
        GraphBuilder net = Graph.builder("unet-valid");
        String one = net.relu("r1", net.add("c1", Convolution.of(1, 4, 3), net.input("image", new Shape(1, 20, 24))));
        String two = net.relu("r2", net.add("c2", Convolution.of(4, 8, 3), net.add("p1", MaxPool.of(2, 2), one)));
        String up = net.add("u1", TransposedConvolution.of(8, 4, 2, 2), two);
        String cropped = net.add("crop", CropLike.CENTRE, one, up);
        String x = net.add("c3", Convolution.of(8, 4, 3), net.add("cat", new Concatenate(), cropped, up));
        net.output("out", net.add("score", Convolution.of(4, 2, 1), x));
        assertThat(Written.difference(net.build(), new Extent(20, 24), new Extent(17, 31), new Extent(14, 12)))
                .isLessThanOrEqualTo(1e-5);
    }

    @Test
    void anEncoderDecoderUnpoolsUnevenSizes() throws IOException {
        GraphBuilder net = Graph.builder("segnet");
        MaxPool pool = MaxPool.of(2, 2).withCeil();
        String one = step(net, "down1", net.input("image", IMAGE), 4);
        String p1 = net.add("pool1", pool, one);
        String two = step(net, "down2", p1, 4);
        String p2 = net.add("pool2", pool, two);
        String x = step(net, "up2", net.add("unpool2", MaxUnpool.of(pool), p2, p2, two), 4);
        x = step(net, "up1", net.add("unpool1", MaxUnpool.of(pool), x, p1, one), 4);
        net.output("out", net.add("score", Convolution.of(4, 2, 1), x));
        assertThat(Written.difference(net.build(), IMAGE.size(), new Extent(15, 21), new Extent(9, 30)))
                .isLessThanOrEqualTo(1e-5);
    }

    @Test
    void answersKeepTheirNamesAndSizesStayFree() throws IOException {
        GraphBuilder net = Graph.builder("names");
        String x = net.input("image", IMAGE);
        String conv = net.add("conv", Convolution.of(3, 2, 1), x);
        String weight = net.relu("conv.weight", conv);
        Graph graph = net.output("image", weight)
                .output("again", weight)
                .output("conv", x)
                .build();
        assertThat(Written.difference(graph, IMAGE.size(), new Extent(3, 4))).isLessThanOrEqualTo(1e-5);
        try (OnnxModel model = OnnxModel.open(Written.write(graph))) {
            int any = ImageInput.ANY;
            assertThat(model.input()).isEqualTo(new ImageInput("image.2", ImageInput.Layout.NCHW, any, 3, any, any));
            assertThat(List.copyOf(model.outputs().entrySet()))
                    .isEqualTo(List.of(
                            Map.entry("image", List.of(any, 2, any, any)),
                            Map.entry("again", List.of(any, 2, any, any)),
                            Map.entry("conv", List.of(any, 3, any, any))));
        }
    }

    @Test
    void mapsThatDoNotFollowTheImageBindIt() throws IOException {
        GraphBuilder net = Graph.builder("bound");
        String x = net.input("image", IMAGE);
        String cells = net.add("cells", new AdaptiveAveragePool(IMAGE.size()), x);
        Graph sum = net.output("out", net.add("sum", new Add(), x, cells)).build();
        Graph product = Graph.of("bound", factored(sum), Map.of("out", "sum"));
        for (Graph graph : List.of(sum, product)) {
            try (OnnxModel model = OnnxModel.open(Written.write(graph))) {
                assertThat(model.input().height()).isEqualTo(16);
                assertThat(model.outputs()).containsEntry("out", List.of(ImageInput.ANY, 3, 16, 20));
            }
            assertThat(Written.difference(graph, IMAGE.size())).isLessThanOrEqualTo(1e-5);
        }
    }

    private static List<Node> factored(Graph sum) {
        return sum.nodes().stream()
                .map(node -> node.layer() instanceof Add ? new Node("sum", new Multiply(), node.inputs()) : node)
                .toList();
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws IOException {
        Graph graph = Written.one(Convolution.of(3, 2, 3), IMAGE);
        assertThat(Files.readString(Written.write(graph), StandardCharsets.ISO_8859_1))
                .contains("layer.weight", "layer.bias", "batch", "height", "width", "out_height");
        assertThat(Written.write(graph)).hasSameBinaryContentAs(Written.write(graph));
    }

    @Test
    void aModelOfTwoGigabytesIsRefusedBeforeItsNumbersAreAsked() {
        Graph graph = Written.one(new Linear(30_000, 30_000, false), Shape.vector(30_000));
        assertThatThrownBy(() -> OnnxExport.write(
                        graph,
                        (key, parameter) -> {
                            throw new AssertionError(key);
                        },
                        folder.resolve("large.onnx"),
                        Existing.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model must stay below 2 GB to be one .onnx file, got 36000003")
                .hasMessageEndingWith("bytes for one; keep it as .vung or make the network narrower");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void numbersThatDoNotFitLeaveNothingBehind() {
        Graph graph = Written.one(Convolution.of(3, 2, 3), IMAGE);
        Path file = folder.resolve("half.onnx");
        assertThatThrownBy(() -> OnnxExport.write(graph, (key, parameter) -> new float[7], file, Existing.KEEP))
                .hasMessageContaining("parameter 'layer.weight' must have 54 numbers");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExistingFileIsKeptUnlessToldOtherwise() throws IOException {
        Graph graph = Written.one(Convolution.of(3, 2, 3), IMAGE);
        Path file = Files.writeString(folder.resolve("net.onnx"), "old");
        assertThatThrownBy(() -> OnnxExport.write(graph, Written.SOME, file, Existing.KEEP))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exists already");
        OnnxExport.write(graph, Written.SOME, file, Existing.REPLACE);
        OnnxModel.open(file).close();
    }
}
