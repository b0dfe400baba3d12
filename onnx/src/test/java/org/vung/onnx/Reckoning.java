package org.vung.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Activation;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Add;
import org.vung.nets.layer.AveragePool;
import org.vung.nets.layer.Axis;
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
import org.vung.nets.layer.Input;
import org.vung.nets.layer.InputDilation;
import org.vung.nets.layer.InstanceNorm;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.LayerVisitor;
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
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.layer.Upsample;
import org.vung.nets.numbers.Numbers;

/** Runs a graph on one image by the layers' definitions, number by number, with nothing but loops: what answers must be. */
final class Reckoning implements LayerVisitor<Plane> {

    private final Numbers numbers;
    private final Map<String, Plane> planes = new HashMap<>();
    private final Map<String, int[]> places = new HashMap<>();
    private Node node;
    private Shape out;

    private Reckoning(Graph graph, Numbers numbers, Plane image) {
        this.numbers = numbers;
        Map<String, Shape> shapes = graph.shapes();
        node = graph.nodes().get(0);
        out = image.shape;
        planes.put("", image);
        for (Node next : graph.nodes()) {
            node = next;
            out = Objects.requireNonNull(shapes.get(next.name()));
            planes.put(next.name(), next.layer().accept(this));
        }
    }

    /** The planes of every node. */
    static Map<String, Plane> run(Graph graph, Numbers numbers, Plane image) {
        return new Reckoning(graph, numbers, image).planes;
    }

    private Plane in(int at) {
        return plane(node.inputs().get(at));
    }

    private Plane plane(String name) {
        return Objects.requireNonNull(planes.get(name));
    }

    /** A parameter by its place in the layer's list. */
    private float[] own(int at) {
        var parameter = node.layer().parameters().get(at);
        return numbers.checked(node.name() + "." + parameter.name(), parameter);
    }

    private double bias(int channel) {
        return node.layer().parameters().size() > 1 ? own(1)[channel] : 0;
    }

    private Plane each(DoubleUnaryOperator function) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> function.applyAsDouble(x.at(c, i, j)));
    }

    @Override
    public Plane input(Input layer) {
        return plane("");
    }

    /** First place that the window of an output looks at, along one axis. */
    private static int start(
            int at, Padding padding, Axis axis, Shape in, Extent kernel, Extent stride, Extent dilation) {
        int window = dilation.along(axis) * (kernel.along(axis) - 1) + 1;
        int step = stride.along(axis);
        return at * step - padding.along(axis, in.along(axis), window, step).before();
    }

    @Override
    public Plane convolution(Convolution l) {
        Plane x = in(0);
        float[] weight = own(0);
        int each = l.in() / l.groups();
        return Plane.of(out, (c, i, j) -> {
            int top = start(i, l.padding(), Axis.ROWS, x.shape, l.kernel(), l.stride(), l.dilation());
            int left = start(j, l.padding(), Axis.COLUMNS, x.shape, l.kernel(), l.stride(), l.dilation());
            double sum = bias(c);
            int at = c * each * l.kernel().rows() * l.kernel().columns();
            for (int k = 0; k < each; k++) {
                for (int u = 0; u < l.kernel().rows(); u++) {
                    for (int v = 0; v < l.kernel().columns(); v++) {
                        int channel = c / (l.out() / l.groups()) * each + k;
                        sum += weight[at++]
                                * x.orZero(
                                        channel,
                                        top + u * l.dilation().rows(),
                                        left + v * l.dilation().columns());
                    }
                }
            }
            return sum;
        });
    }

    @Override
    public Plane transposedConvolution(TransposedConvolution l) {
        Plane x = in(0);
        Plane y = Plane.of(out, (c, i, j) -> bias(c));
        float[] weight = own(0);
        int each = l.out() / l.groups();
        int at = 0;
        for (int k = 0; k < l.in(); k++) {
            for (int c = 0; c < each; c++) {
                for (int u = 0; u < l.kernel().rows(); u++) {
                    for (int v = 0; v < l.kernel().columns(); v++) {
                        lay(l, x, y, new int[] {k, k / (l.in() / l.groups()) * each + c, u, v}, weight[at++]);
                    }
                }
            }
        }
        return y;
    }

    /** One number of the kernel, times every pixel. */
    private static void lay(TransposedConvolution l, Plane x, Plane y, int[] tap, float weight) {
        for (int i = 0; i < x.shape.height(); i++) {
            for (int j = 0; j < x.shape.width(); j++) {
                int row = i * l.stride().rows()
                        + tap[2] * l.dilation().rows()
                        - l.padding().top();
                int column = j * l.stride().columns()
                        + tap[3] * l.dilation().columns()
                        - l.padding().left();
                if (y.holds(row, column)) {
                    y.numbers[y.index(tap[1], row, column)] += weight * x.at(tap[0], i, j);
                }
            }
        }
    }

    private Plane spread(int factor) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> i % factor == 0 && j % factor == 0 ? x.at(c, i / factor, j / factor) : 0);
    }

    @Override
    public Plane inputDilation(InputDilation layer) {
        return spread(layer.factor());
    }

    @Override
    public Plane bedOfNails(BedOfNails layer) {
        return spread(layer.factor());
    }

    @Override
    public Plane upsample(Upsample layer) {
        return resized(layer.interpolation());
    }

    @Override
    public Plane resize(Resize layer) {
        return resized(layer.interpolation());
    }

    private Plane resized(Interpolation interpolation) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> {
            double row = source(i, x.shape.height(), out.height(), interpolation);
            double column = source(j, x.shape.width(), out.width(), interpolation);
            int top = (int) row;
            int left = (int) column;
            int bottom = Math.min(top + 1, x.shape.height() - 1);
            int right = Math.min(left + 1, x.shape.width() - 1);
            double down = row - top;
            double across = column - left;
            return (1 - down) * ((1 - across) * x.at(c, top, left) + across * x.at(c, top, right))
                    + down * ((1 - across) * x.at(c, bottom, left) + across * x.at(c, bottom, right));
        });
    }

    private static double source(int at, int in, int out, Interpolation interpolation) {
        return switch (interpolation) {
            case NEAREST -> Math.floorDiv(at * in, out);
            case BILINEAR -> Math.min(in - 1, Math.max(0, (at + 0.5) * in / out - 0.5));
            case BILINEAR_CORNERS -> out == 1 ? 0 : (double) at * (in - 1) / (out - 1);
        };
    }

    @Override
    public Plane maxPool(MaxPool l) {
        Plane x = in(0);
        int[] found = new int[(int) out.numbers()];
        Plane y = Plane.of(out, (c, i, j) -> {
            int top = start(i, l.padding(), Axis.ROWS, x.shape, l.kernel(), l.stride(), l.dilation());
            int left = start(j, l.padding(), Axis.COLUMNS, x.shape, l.kernel(), l.stride(), l.dilation());
            int best = -1;
            for (int u = 0; u < l.kernel().rows(); u++) {
                for (int v = 0; v < l.kernel().columns(); v++) {
                    int row = top + u * l.dilation().rows();
                    int column = left + v * l.dilation().columns();
                    if (x.holds(row, column) && (best < 0 || x.at(c, row, column) > x.numbers[best])) {
                        best = x.index(c, row, column);
                    }
                }
            }
            found[(c * out.height() + i) * out.width() + j] = best;
            return x.numbers[best];
        });
        places.put(node.name(), found);
        return y;
    }

    @Override
    public Plane maxUnpool(MaxUnpool layer) {
        Plane y = new Plane(out);
        int[] found = Objects.requireNonNull(places.get(node.inputs().get(1)));
        for (int at = 0; at < found.length; at++) {
            y.numbers[found[at]] = in(0).numbers[at];
        }
        return y;
    }

    @Override
    public Plane averagePool(AveragePool l) {
        Plane x = in(0);
        Extent dense = Extent.square(1);
        return Plane.of(out, (c, i, j) -> {
            int top = start(i, l.padding(), Axis.ROWS, x.shape, l.kernel(), l.stride(), dense);
            int left = start(j, l.padding(), Axis.COLUMNS, x.shape, l.kernel(), l.stride(), dense);
            double sum = 0;
            int inside = 0;
            for (int u = 0; u < l.kernel().rows(); u++) {
                for (int v = 0; v < l.kernel().columns(); v++) {
                    sum += x.orZero(c, top + u, left + v);
                    inside += x.holds(top + u, left + v) ? 1 : 0;
                }
            }
            // PyTorch counts padding, but not what hangs over beyond it.
            int rows = Math.min(
                            top + l.kernel().rows(),
                            x.shape.height() + l.padding().bottom())
                    - top;
            int columns = Math.min(
                            left + l.kernel().columns(),
                            x.shape.width() + l.padding().right())
                    - left;
            return sum / (l.countPadding() ? rows * columns : inside);
        });
    }

    @Override
    public Plane adaptiveAveragePool(AdaptiveAveragePool layer) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> {
            double sum = 0;
            int count = 0;
            for (int row = i * x.shape.height() / out.height();
                    row < above((i + 1) * x.shape.height(), out.height());
                    row++) {
                for (int column = j * x.shape.width() / out.width();
                        column < above((j + 1) * x.shape.width(), out.width());
                        column++) {
                    sum += x.at(c, row, column);
                    count++;
                }
            }
            return sum / count;
        });
    }

    private static int above(int over, int under) {
        return (over + under - 1) / under;
    }

    @Override
    public Plane batchNorm(BatchNorm layer) {
        Plane x = in(0);
        int statistics = layer.affine() ? 2 : 0;
        float[] mean = own(statistics);
        float[] variance = own(statistics + 1);
        return Plane.of(out, (c, i, j) -> {
            double even = (x.at(c, i, j) - mean[c]) / Math.sqrt(variance[c] + layer.epsilon());
            return layer.affine() ? even * own(0)[c] + own(1)[c] : even;
        });
    }

    /** Less the mean, over the deviation, of each run of channels. */
    private Plane evened(int channels, double epsilon) {
        Plane x = in(0);
        Plane y = new Plane(out);
        int run = channels * out.height() * out.width();
        for (int from = 0; from < x.numbers.length; from += run) {
            double[] part = Arrays.copyOfRange(x.numbers, from, from + run);
            double mean = Arrays.stream(part).average().orElseThrow();
            double variance = Arrays.stream(part)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            for (int at = 0; at < run; at++) {
                y.numbers[from + at] = (part[at] - mean) / Math.sqrt(variance + epsilon);
            }
        }
        return y;
    }

    private Plane scaled(Plane even) {
        return Plane.of(out, (c, i, j) -> even.at(c, i, j) * own(0)[c] + own(1)[c]);
    }

    @Override
    public Plane groupNorm(GroupNorm layer) {
        return scaled(evened(layer.channels() / layer.groups(), layer.epsilon()));
    }

    @Override
    public Plane instanceNorm(InstanceNorm layer) {
        Plane even = evened(1, layer.epsilon());
        return layer.affine() ? scaled(even) : even;
    }

    @Override
    public Plane activation(Activation layer) {
        DoubleUnaryOperator hardSigmoid = v -> Math.min(Math.max(v + 3, 0), 6) / 6;
        return switch (layer.function()) {
            case RELU -> each(v -> Math.max(v, 0));
            case LEAKY_RELU -> each(v -> Math.max(v, 0) + layer.slope() * Math.min(v, 0));
            case RELU6 -> each(v -> Math.min(Math.max(v, 0), 6));
            case SIGMOID -> each(v -> 1 / (1 + Math.exp(-v)));
            case TANH -> each(Math::tanh);
            case HARD_SIGMOID -> each(hardSigmoid);
            case HARD_SWISH -> each(v -> v * hardSigmoid.applyAsDouble(v));
            case SOFTMAX -> softmax();
        };
    }

    private Plane softmax() {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> {
            double sum = 0;
            for (int k = 0; k < out.channels(); k++) {
                sum += Math.exp(x.at(k, i, j));
            }
            return Math.exp(x.at(c, i, j)) / sum;
        });
    }

    @Override
    public Plane pRelu(PRelu layer) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> {
            double v = x.at(c, i, j);
            return v > 0 ? v : v * own(0)[layer.slopes() == 1 ? 0 : c];
        });
    }

    @Override
    public Plane dropout(Dropout layer) {
        return in(0);
    }

    @Override
    public Plane linear(Linear layer) {
        return Plane.of(out, (c, i, j) -> {
            double sum = bias(c);
            for (int k = 0; k < layer.in(); k++) {
                sum += own(0)[c * layer.in() + k] * in(0).numbers[k];
            }
            return sum;
        });
    }

    @Override
    public Plane flatten(Flatten layer) {
        return Plane.of(out, (c, i, j) -> in(0).numbers[c]);
    }

    @Override
    public Plane concatenate(Concatenate layer) {
        List<Plane> all = node.inputs().stream().map(this::plane).toList();
        return Plane.of(out, (c, i, j) -> {
            int channel = c;
            int at = 0;
            while (channel >= all.get(at).shape.channels()) {
                channel -= all.get(at++).shape.channels();
            }
            return all.get(at).at(channel, i, j);
        });
    }

    @Override
    public Plane add(Add layer) {
        return Plane.of(
                out,
                (c, i, j) -> node.inputs().stream()
                        .mapToDouble(name -> plane(name).at(c, i, j))
                        .sum());
    }

    @Override
    public Plane multiply(Multiply layer) {
        Plane factor = in(1);
        boolean whole = factor.shape.equals(out);
        return Plane.of(out, (c, i, j) -> in(0).at(c, i, j) * (whole ? factor.at(c, i, j) : factor.at(c, 0, 0)));
    }

    @Override
    public Plane crop(Crop layer) {
        return Plane.of(out, (c, i, j) -> in(0).at(c, i + layer.top(), j + layer.left()));
    }

    @Override
    public Plane cropLike(CropLike layer) {
        int top = layer.before(Axis.ROWS, in(0).shape, in(1).shape);
        int left = layer.before(Axis.COLUMNS, in(0).shape, in(1).shape);
        return Plane.of(out, (c, i, j) -> in(0).at(c, i + top, j + left));
    }

    @Override
    public Plane pad(Pad layer) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> {
            int row = i - layer.padding().top();
            int column = j - layer.padding().left();
            return layer.fill() == Pad.Fill.ZERO
                    ? x.orZero(c, row, column)
                    : x.at(c, mirrored(row, x.shape.height()), mirrored(column, x.shape.width()));
        });
    }

    @Override
    public Plane padChannels(PadChannels layer) {
        Plane x = in(0);
        return Plane.of(out, (c, i, j) -> {
            int from = c - layer.before();
            return from >= 0 && from < x.shape.channels() ? x.at(from, i, j) : 0;
        });
    }

    private static int mirrored(int at, int length) {
        return at < 0 ? -at : at < length ? at : 2 * (length - 1) - at;
    }

    @Override
    public Plane pixelShuffle(PixelShuffle layer) {
        int r = layer.factor();
        return Plane.of(out, (c, i, j) -> in(0).at(c * r * r + i % r * r + j % r, i / r, j / r));
    }
}
