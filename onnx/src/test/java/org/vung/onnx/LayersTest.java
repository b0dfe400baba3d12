package org.vung.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.AveragePool;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.GroupNorm;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.InstanceNorm;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.PRelu;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.PadChannels;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Resize;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

/** Every kind of layer: written, run on ONNX Runtime at several sizes, two images at once. */
class LayersTest {

    private static final Extent[] SIZES = {
        new Extent(9, 11), new Extent(12, 8), new Extent(25, 15), new Extent(10, 10), new Extent(7, 31)
    };
    private static final Padding UNEVEN = new Padding(Padding.Kind.EXPLICIT, 1, 2, 0, 3);
    private static final Offset<Float> NEAR = Offset.offset(1e-6f);
    private static final Extent WIDE = new Extent(2, 3);
    private static final Extent DENSE = Extent.square(1);

    static Stream<Layer> layers() {
        return Stream.of(
                        Stream.of(
                                Convolution.of(4, 3, 3),
                                Convolution.of(4, 6, 3)
                                        .withPadding(1)
                                        .withStride(2)
                                        .withGroups(2)
                                        .withoutBias(),
                                Convolution.of(4, 2, 5).withPadding(UNEVEN).withDilation(1),
                                Convolution.of(4, 4, 3).withDilation(2).withGroups(4),
                                new Convolution(
                                        4, 2, WIDE, new Extent(3, 1), UNEVEN, new Extent(2, 1), 1, true, Start.HE)),
                        same(),
                        transposed(),
                        Stream.of(
                                new InputDilation(1),
                                new InputDilation(3),
                                new BedOfNails(1),
                                new BedOfNails(2),
                                new BedOfNails(5)),
                        Stream.of(2, 3, 5, 7)
                                .flatMap(f -> Stream.of(Interpolation.values()).map(way -> new Upsample(f, way))),
                        pools(),
                        Stream.of(
                                BatchNorm.of(4),
                                new BatchNorm(4, 1e-3, 0.1, false, false),
                                new GroupNorm(2, 4, 1e-5),
                                new GroupNorm(1, 4, 1e-3),
                                new GroupNorm(4, 4, 1e-5),
                                new InstanceNorm(4, 1e-5, true),
                                new InstanceNorm(4, 1e-3, false),
                                new PRelu(1),
                                new PRelu(4),
                                new Dropout(0.5, true),
                                new Crop(0, 0, 0, 0),
                                new Crop(1, 2, 0, 3),
                                new Crop(0, 1, 2, 0),
                                new Pad(UNEVEN, Pad.Fill.ZERO),
                                new Pad(UNEVEN, Pad.Fill.REFLECT),
                                new PadChannels(1, 3),
                                new PixelShuffle(2)))
                .flatMap(layers -> layers);
    }

    private static Stream<Layer> same() {
        return Stream.of(1, 2, 3)
                .flatMap(stride -> Stream.of(1, 2, 3, 4, 5)
                        .flatMap(kernel -> Stream.of(1, 2)
                                .map(dilation -> Convolution.of(4, 2, kernel)
                                        .withStride(stride)
                                        .withDilation(dilation)
                                        .withPadding(Padding.SAME))));
    }

    private static Stream<Layer> transposed() {
        TransposedConvolution plain = TransposedConvolution.of(4, 2, 3, 2);
        return Stream.of(
                plain,
                plain.withPadding(Padding.of(1)).withOutputPadding(1),
                plain.withPadding(UNEVEN),
                plain.withPadding(UNEVEN).withOutputPadding(1).withDilation(2),
                TransposedConvolution.of(4, 2, 2, 3).withOutputPadding(2),
                TransposedConvolution.of(4, 6, 4, 2).withGroups(2).withoutBias(),
                TransposedConvolution.kerasValid(4, 2, 3, 5),
                TransposedConvolution.kerasSame(4, 2, 5, 2),
                TransposedConvolution.kerasSame(4, 2, 2, 4),
                new TransposedConvolution(
                        4,
                        2,
                        WIDE,
                        new Extent(1, 2),
                        Padding.VALID,
                        new Extent(0, 1),
                        new Extent(2, 1),
                        1,
                        true,
                        Start.HE));
    }

    private static Stream<Layer> pools() {
        Extent three = Extent.square(3);
        Extent two = Extent.square(2);
        return Stream.of(
                MaxPool.of(2, 2),
                MaxPool.of(3, 2).withPadding(1),
                MaxPool.of(2, 2).withCeil(),
                MaxPool.of(3, 2).withCeil(),
                MaxPool.of(3, 2).withPadding(1).withCeil(),
                MaxPool.of(2, 3).withPadding(1).withCeil(),
                MaxPool.of(1, 3).withCeil(),
                new MaxPool(WIDE, two, UNEVENLY_PEAKED, DENSE, false),
                new MaxPool(three, two, Padding.SAME, DENSE, true),
                new MaxPool(three, DENSE, Padding.of(1), two, false),
                new MaxPool(three, two, Padding.of(1), two, true),
                AveragePool.of(2, 2),
                new AveragePool(three, two, Padding.of(1), false, true),
                new AveragePool(three, two, Padding.of(1), false, false),
                new AveragePool(three, two, Padding.of(1), true, true),
                new AveragePool(three, two, Padding.of(1), true, false),
                new AveragePool(two, three, Padding.of(1), true, true),
                new AveragePool(two, three, Padding.of(1), true, false),
                new AveragePool(three, two, Padding.VALID, true, true),
                new AveragePool(WIDE, two, UNEVENLY_POOLED, false, true),
                new AveragePool(WIDE, two, UNEVENLY_POOLED, false, false),
                new AveragePool(three, two, Padding.SAME, true, false),
                AdaptiveAveragePool.global(),
                new AdaptiveAveragePool(Extent.square(2)),
                new AdaptiveAveragePool(new Extent(3, 1)),
                new AdaptiveAveragePool(new Extent(4, 7)));
    }

    private static final Padding UNEVENLY_PEAKED =
            new Padding(Padding.Kind.EXPLICIT, 1, 0, 0, 1); // half a window at most
    private static final Padding UNEVENLY_POOLED = new Padding(Padding.Kind.EXPLICIT, 1, 0, 0, 2);

    @ParameterizedTest
    @MethodSource("layers")
    void givesWhatItsDefinitionSays(Layer layer) throws IOException {
        Graph graph = Written.one(layer, new Shape(4, 9, 11));
        double difference = Written.difference(graph, SIZES);
        assertThat(difference).isLessThanOrEqualTo(1e-5);
    }

    @ParameterizedTest
    @EnumSource(Activation.Function.class)
    void bendsNumbersAsItsFormulaSays(Activation.Function function) throws IOException {
        Activation layer = new Activation(function, function == Activation.Function.LEAKY_RELU ? 0.2 : 0);
        assertThat(Written.difference(Written.one(layer, new Shape(4, 9, 11)), SIZES))
                .isLessThanOrEqualTo(1e-5);
    }

    /** Two maps of other sizes and channels of one image: a fine one of 4 channels, a coarse one of 3. */
    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments("nearest up", new Resize(Interpolation.NEAREST), "coarse", "fine"),
                arguments("nearest down", new Resize(Interpolation.NEAREST), "fine", "coarse"),
                arguments("bilinear up", new Resize(Interpolation.BILINEAR), "coarse", "fine"),
                arguments("bilinear down", new Resize(Interpolation.BILINEAR), "fine", "coarse"),
                arguments("corners up", new Resize(Interpolation.BILINEAR_CORNERS), "coarse", "fine"),
                arguments("corners down", new Resize(Interpolation.BILINEAR_CORNERS), "fine", "coarse"),
                arguments("nearest from one", new Resize(Interpolation.NEAREST), "one", "fine"),
                arguments("bilinear from one", new Resize(Interpolation.BILINEAR), "one", "fine"),
                arguments("bilinear to one", new Resize(Interpolation.BILINEAR), "fine", "one"),
                arguments("corners to one", new Resize(Interpolation.BILINEAR_CORNERS), "fine", "one"),
                arguments("crop in the centre", CropLike.CENTRE, "fine", "coarse"),
                arguments("crop from the corner", new CropLike(0), "fine", "coarse"),
                arguments("crop at an offset", new CropLike(2), "fine", "coarse"),
                arguments("concatenate", new Concatenate(), "fine", "other"),
                arguments("add", new Add(), "fine", "same"),
                arguments("multiply by a map", new Multiply(), "fine", "same"),
                arguments("multiply by a number a channel", new Multiply(), "fine", "vector"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void joinsTwoMaps(String name, Layer layer, String first, String second) throws IOException {
        GraphBuilder net = Graph.builder("pair");
        String fine = net.input("fine", new Shape(4, 9, 11));
        net.add("coarse", Convolution.of(4, 3, 3).withStride(2), fine);
        net.add("one", AdaptiveAveragePool.global(), fine);
        net.add("other", Convolution.of(4, 2, 1), fine);
        net.add("same", Convolution.of(4, 4, 1), fine);
        net.add("vector", AdaptiveAveragePool.global(), fine);
        Graph graph = net.output("out", net.add(name, layer, first, second)).build();
        assertThat(Written.difference(graph, SIZES)).isLessThanOrEqualTo(1e-5);
    }

    @Test
    void addsMoreThanTwoAndConcatenatesOne() throws IOException {
        GraphBuilder net = Graph.builder("many");
        String x = net.input("image", new Shape(4, 9, 11));
        String y = net.add("y", Convolution.of(4, 4, 1), x);
        String z = net.add("z", Activation.of(Activation.Function.TANH), y);
        net.output("sum", net.add("sum", new Add(), x, y, z, y));
        net.output("row", net.add("row", new Concatenate(), z));
        net.output("rows", net.add("rows", new Concatenate(), z, x, y));
        assertThat(Written.difference(net.build(), SIZES)).isLessThanOrEqualTo(1e-5);
    }

    @Test
    void unpoolsToTheSizeBeforeThePooling() throws IOException {
        for (MaxPool pool : new MaxPool[] {
            MaxPool.of(2, 2), MaxPool.of(3, 3).withPadding(1), MaxPool.of(2, 2).withCeil(), MaxPool.of(2, 3)
        }) {
            GraphBuilder net = Graph.builder("unpool");
            String x = net.input("image", new Shape(4, 9, 11));
            String pooled = net.add("pool", pool, x);
            String bent = net.add("bent", Convolution.of(4, 4, 1), pooled);
            net.output("pooled", pooled);
            net.output("out", net.add("unpool", MaxUnpool.of(pool), bent, pooled, x));
            assertThat(Written.difference(net.build(), SIZES))
                    .as(pool.toString())
                    .isLessThanOrEqualTo(1e-5);
        }
    }

    @Test
    void aMatrixBindsTheSize() throws IOException {
        Shape shape = new Shape(4, 3, 5);
        GraphBuilder net = Graph.builder("classes");
        String rows = net.add("flat", new Flatten(), net.input("image", shape));
        net.output("flat", rows);
        net.output("out", net.add("fc", new Linear(60, 7, true), rows));
        net.output("plain", net.add("fc2", new Linear(60, 2, false), rows));
        Graph graph = net.build();
        assertThat(Written.difference(graph, shape.size())).isLessThanOrEqualTo(1e-5);
        try (OnnxModel model = OnnxModel.open(Written.write(graph))) {
            assertThat(model.input())
                    .isEqualTo(new ImageInput("image", ImageInput.Layout.NCHW, ImageInput.ANY, 4, 3, 5));
            assertThatThrownBy(() -> model.run(FloatMaps.of(1, new Shape(4, 3, 6), new float[72])))
                    .hasMessage("columns must be 5 for input 'image', got 6; resize or tile the image first");
        }
    }

    @Test
    void aMatrixBehindAMeanDoesNot() throws IOException {
        GraphBuilder net = Graph.builder("classes");
        String x = net.input("image", new Shape(4, 9, 11));
        String cells = net.add("cells", new AdaptiveAveragePool(Extent.square(3)), x);
        String rows = net.add("flat", new Flatten(), cells);
        net.output("cells", net.add("fc", new Linear(36, 7, true), rows));
        String mean = net.add("mean", AdaptiveAveragePool.global(), x);
        net.output("mean", net.add("fc2", new Linear(4, 2, true), mean));
        assertThat(Written.difference(net.build(), SIZES)).isLessThanOrEqualTo(1e-5);
    }

    @Test
    void upsamplesAsTheTutorialShows() throws IOException {
        Shape four = new Shape(1, 2, 2);
        assertThat(Written.run(Written.one(new Upsample(2, Interpolation.NEAREST), four), 1, 2, 3, 4))
                .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
        assertThat(Written.run(Written.one(new Upsample(2, Interpolation.BILINEAR), four), 1, 2, 3, 4))
                .containsExactly(
                        1, 1.25f, 1.75f, 2, 1.5f, 1.75f, 2.25f, 2.5f, 2.5f, 2.75f, 3.25f, 3.5f, 3, 3.25f, 3.75f, 4);
        assertThat(Written.run(Written.one(new BedOfNails(2), four), 1, 2, 3, 4))
                .containsExactly(1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0);
        assertThat(Written.run(Written.one(new InputDilation(2), four), 1, 2, 3, 4))
                .containsExactly(1, 0, 2, 0, 0, 0, 3, 0, 4);
    }

    @Test
    void unpoolingPutsNumbersWherePoolingFoundThem() throws IOException {
        GraphBuilder net = Graph.builder("switches");
        MaxPool pool = MaxPool.of(2, 2);
        String image = net.input("image", new Shape(1, 4, 4));
        String pooled = net.add("pool", pool, image);
        net.output("out", net.add("unpool", MaxUnpool.of(pool), pooled, pooled, image));
        assertThat(Written.run(net.build(), 1, 2, 6, 3, 3, 5, 2, 1, 1, 2, 2, 1, 7, 3, 4, 8))
                .containsExactly(0, 0, 6, 0, 0, 5, 0, 0, 0, 0, 0, 0, 7, 0, 0, 8);
    }

    @Test
    void hardActivationsBendAtThree() throws IOException {
        Shape row = new Shape(1, 1, 5);
        float[] numbers = {-4, -1.5f, 0, 1.5f, 4};
        assertThat(Written.run(Written.one(Activation.of(Activation.Function.HARD_SIGMOID), row), numbers))
                .containsExactly(new float[] {0, 0.25f, 0.5f, 0.75f, 1}, NEAR);
        assertThat(Written.run(Written.one(Activation.of(Activation.Function.HARD_SWISH), row), numbers))
                .containsExactly(new float[] {0, -0.375f, 0, 1.125f, 4}, NEAR);
        assertThat(Written.run(Written.one(Activation.of(Activation.Function.RELU6), row), 0, 7, -1, 6, 3))
                .containsExactly(0, 6, 0, 6, 3);
    }

    @Test
    void whatOnnxHasNoWordForIsRefused() {
        GraphBuilder net = Graph.builder("unpool");
        String x = net.input("image", new Shape(1, 8, 8));
        String pooled = net.add("pool", MaxPool.of(2, 2), x);
        String relu = net.relu("relu", pooled);
        Graph behind = net.output("out", net.add("unpool", MaxUnpool.of(MaxPool.of(2, 2)), pooled, relu, x))
                .build();
        assertThatThrownBy(() -> Written.write(behind))
                .hasMessage(
                        "second input of unpooling 'unpool' must be a max pooling to be written, got 'relu'; wire it to"
                                + " the pooling itself");
        GraphBuilder other = Graph.builder("unpool");
        other.add("pool", MaxPool.of(2, 2), other.input("image", new Shape(1, 8, 8)));
        other.add("large", new Upsample(2, Interpolation.NEAREST), "image");
        other.output("out", other.add("unpool", MaxUnpool.of(MaxPool.of(2, 2)), "pool", "pool", "large"));
        assertThatThrownBy(() -> Written.write(other.build()))
                .hasMessage(
                        "size of unpooling 'unpool' must be that of the pooling's input 8×8, got 16×16; wire its third"
                                + " input to 'image'");
        MaxPool dilated = new MaxPool(Extent.square(3), DENSE, Padding.SAME, Extent.square(2), false);
        assertThatThrownBy(() -> Written.write(Written.one(dilated, new Shape(1, 8, 8))))
                .hasMessageContaining("padding of the dilated max pooling 'layer' must be explicit");
    }

    @Test
    void everyKindOfLayerIsTested() {
        long kinds = Layer.class.getPermittedSubclasses().length;
        long here = Stream.concat(layers().map(Object::getClass), Arrays.stream(new Class<?>[] {
                    Activation.class,
                    Resize.class,
                    CropLike.class,
                    Concatenate.class,
                    Add.class,
                    Multiply.class,
                    MaxUnpool.class,
                    Flatten.class,
                    Linear.class,
                    org.vung.nets.layer.Input.class
                }))
                .distinct()
                .count();
        assertThat(here).isEqualTo(kinds);
    }
}
