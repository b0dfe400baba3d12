package org.vung.nets.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vung.nets.layer.Axis;
import org.vung.nets.layer.BedOfNails;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Crop;
import org.vung.nets.layer.CropLike;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Pad;
import org.vung.nets.layer.PixelShuffle;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;

/**
 * Which pixels of an image decide about each pixel of the answer, along the width: told forwards, pixel by pixel, without any
 * of the arithmetic of spans.
 */
final class Dependence {

    private final Map<String, BitSet[]> maps = new HashMap<>();
    private final Map<String, Shape> shapes;

    private Dependence(Graph graph) {
        shapes = graph.shapes();
        for (Node node : graph.nodes()) {
            maps.put(node.name(), map(node));
        }
    }

    static BitSet[] of(Graph graph) {
        return new Dependence(graph).of(graph.output());
    }

    private BitSet[] of(String node) {
        return Objects.requireNonNull(maps.get(node));
    }

    private int width(String node) {
        return Objects.requireNonNull(shapes.get(node)).width();
    }

    private BitSet[] map(Node node) {
        BitSet[] out = new BitSet[width(node.name())];
        for (int place = 0; place < out.length; place++) {
            out[place] = new BitSet();
            if (node.inputs().isEmpty()) {
                out[place].set(place);
            }
        }
        for (int input = 0; input < node.inputs().size(); input++) {
            BitSet[] in = of(node.inputs().get(input));
            for (int[] pair : pairs(node, input, in.length, out.length)) {
                if (pair[0] >= 0 && pair[0] < in.length && pair[1] >= 0 && pair[1] < out.length) {
                    out[pair[1]].or(in[pair[0]]);
                }
            }
        }
        return out;
    }

    /** Input place and output place that it touches; places outside are dropped later. */
    private List<int[]> pairs(Node node, int input, int in, int out) {
        List<int[]> pairs = new ArrayList<>();
        if (node.layer() instanceof Convolution conv) {
            int before = conv.padding()
                    .along(
                            Axis.COLUMNS,
                            in,
                            conv.dilation().columns() * (conv.kernel().columns() - 1) + 1,
                            conv.stride().columns())
                    .before();
            for (int o = 0; o < out; o++) {
                for (int k = 0; k < conv.kernel().columns(); k++) {
                    pairs.add(new int[] {
                        o * conv.stride().columns() + k * conv.dilation().columns() - before, o
                    });
                }
            }
        } else if (node.layer() instanceof TransposedConvolution conv) {
            for (int i = 0; i < in; i++) {
                for (int k = 0; k < conv.kernel().columns(); k++) {
                    int o = i * conv.stride().columns()
                            + k * conv.dilation().columns()
                            - conv.padding().left();
                    pairs.add(new int[] {i, o});
                }
            }
        } else if (node.layer() instanceof MaxPool pool) {
            for (int o = 0; o < out; o++) {
                for (int k = 0; k < pool.kernel().columns(); k++) {
                    pairs.add(new int[] {
                        o * pool.stride().columns() + k - pool.padding().left(), o
                    });
                }
            }
        } else if (node.layer() instanceof MaxUnpool pool) {
            for (int i = 0; i < in && input < 2; i++) {
                for (int k = 0; k < pool.kernel().columns(); k++) {
                    pairs.add(new int[] {
                        i, i * pool.stride().columns() + k - pool.padding().left()
                    });
                }
            }
        } else if (node.layer() instanceof Upsample up) {
            for (int o = 0; o < out; o++) {
                double centre = (o + 0.5) / up.factor() - 0.5;
                boolean nearest = up.interpolation() == Interpolation.NEAREST;
                pairs.add(new int[] {nearest ? o / up.factor() : (int) Math.floor(centre), o});
                pairs.add(new int[] {nearest ? o / up.factor() : (int) Math.ceil(centre), o});
            }
        } else if (node.layer() instanceof BedOfNails || node.layer() instanceof InputDilation) {
            int factor =
                    node.layer() instanceof BedOfNails nails ? nails.factor() : ((InputDilation) node.layer()).factor();
            for (int i = 0; i < in; i++) {
                pairs.add(new int[] {i, i * factor});
            }
        } else if (node.layer() instanceof PixelShuffle shuffle) {
            for (int o = 0; o < out; o++) {
                pairs.add(new int[] {o / shuffle.factor(), o});
            }
        } else {
            shifted(node, input, in, pairs);
        }
        return pairs;
    }

    private void shifted(Node node, int input, int in, List<int[]> pairs) {
        int by = 0;
        if (node.layer() instanceof Crop crop) {
            by = crop.left();
        } else if (node.layer() instanceof Pad pad) {
            by = -pad.padding().left();
        } else if (node.layer() instanceof CropLike) {
            by = (in - width(node.inputs().get(1))) / 2;
        }
        boolean lendsSize = node.layer() instanceof CropLike && input == 1;
        for (int i = 0; i < in && !lendsSize; i++) {
            pairs.add(new int[] {i, i - by});
        }
    }
}
