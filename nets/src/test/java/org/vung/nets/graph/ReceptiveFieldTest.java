package org.vung.nets.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.InstanceNorm;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Multiply;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.Padding;
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Ratio;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Span;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

class ReceptiveFieldTest {

    private static final Layer CONV = Convolution.of(4, 4, 3).withPadding(1);
    private static final Layer POOL = MaxPool.of(2, 2);

    /** Layers one behind the other, four channels throughout. */
    private static Graph chain(int size, Layer... layers) {
        GraphBuilder net = Graph.builder("chain");
        String at = net.input("image", new Shape(4, size, size));
        for (int i = 0; i < layers.length; i++) {
            at = net.add("layer" + i, layers[i], at);
        }
        return net.output("out", at).build();
    }

    private static Layer atrous(int distance) {
        return Convolution.of(4, 4, 3).withDilation(distance).withPadding(distance);
    }

    /** FCN-32s: fc6 as a 7 × 7 convolution behind VGG16, 404 pixels (Long et al. 2015). */
    private static Graph fcn() {
        GraphBuilder net = Nets.vgg16(512);
        return net.output("out", net.add("fc6", Convolution.of(512, 8, 7), "pool5"))
                .build();
    }

    /** Size, stride and period, worked by hand or from the paper. */
    static List<Arguments> known() {
        Graph vgg = Nets.vgg16(224).output("out", "pool5").build();
        Layer up = new Upsample(2, Interpolation.NEAREST);
        Layer smooth = new Upsample(2, Interpolation.BILINEAR);
        return List.of(
                arguments("nothing", chain(8, new Crop(0, 0, 0, 0)), 1, "1", 1),
                arguments("3 × 3", chain(8, CONV), 3, "1", 1),
                arguments("3 × 3 twice", chain(8, CONV, CONV), 5, "1", 1),
                arguments("VGG16 to pool5", vgg, 212, "32", 32),
                arguments("FCN-32s to fc6", fcn(), 404, "32", 32),
                arguments(
                        "ResNet's stem, 7 + 2·2",
                        chain(
                                64,
                                Convolution.of(4, 4, 7).withStride(2).withPadding(3),
                                MaxPool.of(3, 2).withPadding(1)),
                        11,
                        "4",
                        4),
                arguments("U-Net: 140 at the bottom, and 5 of its pixels 16 apart", Nets.unet(4), 204, "1", 16),
                arguments("dilated by 2", chain(32, atrous(2)), 5, "1", 1),
                arguments(
                        "the context module of Yu & Koltun 2016",
                        chain(80, atrous(1), atrous(1), atrous(2), atrous(4), atrous(8), atrous(16), atrous(1)),
                        67,
                        "1",
                        1),
                arguments("transposed, kernel = stride", chain(8, TransposedConvolution.of(4, 4, 2, 2)), 1, "1/2", 1),
                arguments("transposed, kernel = 2 stride", chain(8, TransposedConvolution.of(4, 4, 4, 2)), 2, "1/2", 1),
                arguments("transposed, kernel < stride", chain(8, TransposedConvolution.of(4, 4, 2, 3)), 1, "1/3", 1),
                arguments("nearest", chain(8, up), 1, "1/2", 1),
                arguments("nearest, 3 × 3 over two pairs", chain(8, up, CONV), 2, "1/2", 1),
                arguments("bilinear", chain(8, smooth), 2, "1/2", 1),
                arguments("down and up", chain(8, POOL, up), 2, "1", 2),
                arguments("down, 3 × 3, up", chain(8, POOL, CONV, up), 6, "1", 2),
                arguments("pooling by 3 after 2", chain(36, POOL, MaxPool.of(3, 3)), 6, "6", 6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("known")
    void sizeStrideAndPeriod(String name, Graph graph, long size, String stride, long period) {
        for (Axis axis : Axis.values()) {
            ReceptiveField field = ReceptiveField.of(graph, axis);
            assertThat(field.size()).isEqualTo(size);
            assertThat(field.outputStride()).hasToString(stride);
            assertThat(field.period()).isEqualTo(period);
        }
    }

    static List<Graph> small() {
        GraphBuilder residual = Graph.builder("residual");
        String image = residual.input("image", new Shape(4, 40, 40));
        String wide = residual.add("wide", atrous(3), residual.add("one", CONV, image));
        residual.output("out", residual.add("sum", new Add(), wide, image));
        GraphBuilder unpooled = Graph.builder("unpooled");
        String at = unpooled.input("image", new Shape(4, 40, 40));
        String conv = unpooled.add("conv", CONV, at);
        MaxPool overlapping = MaxPool.of(3, 2).withPadding(1);
        String pool = unpooled.add("pool", overlapping, conv);
        unpooled.output("out", unpooled.add("unpool", MaxUnpool.of(overlapping), pool, pool, conv));
        return List.of(
                residual.build(),
                unpooled.build(),
                chain(40, Convolution.of(4, 4, 5).withStride(3).withPadding(Padding.SAME), CONV),
                chain(41, Convolution.of(4, 4, 4).withStride(2).withPadding(Padding.SAME), atrous(2)),
                chain(40, CONV, POOL, CONV, POOL, CONV, new Upsample(4, Interpolation.NEAREST), CONV),
                chain(40, POOL, CONV, new Upsample(2, Interpolation.BILINEAR), CONV, CONV),
                chain(40, CONV, new Upsample(3, Interpolation.BILINEAR), CONV),
                chain(40, POOL, POOL, TransposedConvolution.of(4, 4, 8, 4).withPadding(Padding.of(2)), CONV),
                chain(20, TransposedConvolution.of(4, 4, 3, 2).withDilation(2).withPadding(Padding.of(1)), CONV),
                chain(20, TransposedConvolution.kerasSame(4, 4, 5, 2), TransposedConvolution.kerasValid(4, 4, 2, 3)),
                chain(20, new BedOfNails(2), atrous(2), POOL),
                chain(20, new InputDilation(3), Convolution.of(4, 4, 2), CONV),
                chain(20, Convolution.of(4, 16, 3), new PixelShuffle(2), CONV),
                chain(
                        30,
                        new Pad(new Padding(Padding.Kind.EXPLICIT, 2, 0, 2, 0), Pad.Fill.ZERO),
                        CONV,
                        new Crop(1, 3, 1, 3)),
                unet());
    }

    /** Valid convolutions and crops, small enough to tell pixel by pixel. */
    private static Graph unet() {
        return Nets.unet(2).sized(new org.vung.nets.layer.Extent(124, 124));
    }

    @ParameterizedTest
    @MethodSource("small")
    void spansAreWhatEveryPixelTells(Graph graph) {
        ReceptiveField field = ReceptiveField.of(graph, Axis.COLUMNS);
        BitSet[] truth = Dependence.of(graph);
        int width = graph.input().width();
        List<Long> inside = new ArrayList<>();
        for (int place = 0; place < truth.length; place++) {
            Span span = field.of(Span.at(place));
            if (span.first() >= 0 && span.last() < width) {
                assertThat(hull(truth[place])).as("place %d", place).isEqualTo(span.isEmpty() ? Span.NONE : span);
                inside.add(span.length());
            } else if (!truth[place].isEmpty()) {
                assertThat(span.hull(hull(truth[place]))).as("place %d", place).isEqualTo(span);
            }
        }
        assertThat(inside).hasSizeGreaterThanOrEqualTo(truth.length / 4).contains(field.size());
    }

    private static Span hull(BitSet places) {
        return places.isEmpty() ? Span.NONE : new Span(places.nextSetBit(0), places.length() - 1L);
    }

    @Test
    void whatLooksAtEverythingHasNoBorder() {
        for (Layer layer : List.of(AdaptiveAveragePool.global(), new InstanceNorm(4, 1e-5, true))) {
            ReceptiveField field = ReceptiveField.of(chain(8, CONV, layer), Axis.ROWS);
            assertThat(field.size()).isEqualTo(Long.MAX_VALUE);
            assertThat(field.of(Span.at(0)).isAll()).isTrue();
            assertThat(field.halo().isBounded()).isFalse();
        }
        Layer corners = new Upsample(2, Interpolation.BILINEAR_CORNERS);
        assertThat(ReceptiveField.of(chain(8, corners), Axis.ROWS).size()).isEqualTo(Long.MAX_VALUE);
        GraphBuilder net = Graph.builder("squeeze");
        String image = net.input("image", new Shape(4, 8, 8));
        String factor = net.add("mean", AdaptiveAveragePool.global(), image);
        Graph graph = net.output("out", net.add("scaled", new Multiply(), image, factor))
                .build();
        assertThat(ReceptiveField.of(graph, Axis.ROWS).size()).isEqualTo(Long.MAX_VALUE);
    }

    /** Blocks of the period, so many pixels more on both sides, decide about their part of the answer. */
    @Test
    void haloOfABlock() {
        assertThat(ReceptiveField.of(chain(8, CONV, CONV), Axis.ROWS).halo()).isEqualTo(new ReceptiveField.Halo(2, 2));
        Layer up = new Upsample(2, Interpolation.NEAREST);
        assertThat(ReceptiveField.of(chain(8, POOL, CONV, up), Axis.ROWS).halo())
                .isEqualTo(new ReceptiveField.Halo(2, 2));
        assertThat(ReceptiveField.of(chain(8, POOL, POOL), Axis.ROWS).halo()).isEqualTo(new ReceptiveField.Halo(0, 0));
        // valid windows look ahead only: the answer's pixel 0 stands on the image's pixel 0
        assertThat(ReceptiveField.of(Nets.unet(4), Axis.ROWS).halo().before()).isZero();
    }

    @Test
    void theStrideOfEveryNode() {
        ReceptiveField field = ReceptiveField.of(Nets.unet(4), Axis.ROWS);
        assertThat(field.stride("pool3")).isEqualTo(new Ratio(16, 1));
        assertThat(field.stride("concat1")).isEqualTo(new Ratio(2, 1));
    }
}
