package org.vung.torch.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.NormFolding;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Device;
import org.vung.torch.device.DeviceException;
import org.vung.torch.device.Processor;
import org.vung.torch.fused.Fusion;
import org.vung.torch.layer.Flow;
import org.vung.torch.layer.Kernels;
import org.vung.torch.layer.Step;

/**
 * A graph with its numbers, ready for inference on libtorch. Safe to share between threads; holds native memory until closed.
 *
 * <p>One image is worked by all cores at a time: calls from several threads queue, since running side by side each would ask
 * for all cores again. Batch normalisation is folded into convolutions, activations and sums run in the pass of the convolution
 * before them; the channels of a pixel lie side by side.
 */
public final class Network implements AutoCloseable {

    private final Graph graph;
    private final Precision precision;
    private final Device device;
    private final Flow flow;
    private final List<Step> steps = new ArrayList<>();
    private final List<Pointer> numbers = new ArrayList<>();
    private boolean closed;

    private Network(Graph original, Numbers source, Precision wanted, Device asked) {
        Libtorch.load();
        device = asked.here();
        NormFolding.Folded folded = NormFolding.fold(original, source);
        graph = folded.graph();
        precision = wanted.here(original, device);
        boolean fuses = device == Device.CPU
                && torch.hasMKLDNN()
                && (precision == Precision.FLOAT32 || Processor.multipliesBfloat16());
        List<Fusion.Task> tasks = fuses ? Fusion.of(graph, folded.numbers()) : Fusion.none(graph);
        flow = new Flow(
                graph,
                tasks.stream()
                        .map(task -> new Flow.Stage(task.output(), task.inputs()))
                        .toList());
        boolean whole = false;
        try (NoGradGuard inference = new NoGradGuard()) {
            for (Fusion.Task task : tasks) {
                steps.add(step(task, folded.numbers(), fuses));
            }
            whole = true;
        } finally {
            if (!whole) {
                numbers.forEach(Pointer::releaseReference);
            }
        }
    }

    /** Copies the numbers of a layer; what is not kept for its runs is freed at once. */
    private Step step(Fusion.Task task, Numbers source, boolean fuses) {
        try (PointerScope scope = new PointerScope()) {
            Node node = task.node();
            boolean casts = precision == Precision.BFLOAT16 && !Precision.bfloat16Fits(node.layer());
            NativeNumbers own = new NativeNumbers(node, source, casts ? Precision.FLOAT32 : precision, device, numbers);
            Kernels.Wishes wishes = new Kernels.Wishes(
                    flow.givesPlaces(node), flow.mayOverwrite(node, false), fuses, task.tail(), false);
            Step step = node.layer().accept(new Kernels(own, wishes));
            return casts ? step.in(torch.ScalarType.Float, torch.ScalarType.BFloat16) : step;
        }
    }

    /**
     * Makes a graph ready to run on the processor.
     *
     * @param graph the network
     * @param numbers of its parameters, asked once
     * @param precision of the products
     * @return a network that must be closed
     * @throws IllegalArgumentException if numbers are missing or of another length
     */
    public static Network of(Graph graph, Numbers numbers, Precision precision) {
        return of(graph, numbers, precision, Device.CPU);
    }

    /**
     * Makes a graph ready to run.
     *
     * @param graph the network
     * @param numbers of its parameters, asked once
     * @param precision of the products
     * @param device where to run; holds the parameters
     * @return a network that must be closed
     * @throws IllegalArgumentException if numbers are missing or of another length
     * @throws DeviceException if the device is not there
     */
    public static Network of(Graph graph, Numbers numbers, Precision precision, Device device) {
        return new Network(graph, numbers, precision, device);
    }

    /**
     * The graph that is run.
     *
     * @return norms folded
     */
    public Graph graph() {
        return graph;
    }

    /**
     * The precision of the products on this machine.
     *
     * @return never {@code AUTO}
     */
    public Precision precision() {
        return precision;
    }

    /**
     * Where it runs.
     *
     * @return never {@code AUTO}
     */
    public Device device() {
        return device;
    }

    /**
     * Runs the network.
     *
     * @param images [N, C, H, W]; the network's channels, any height and width it takes
     * @return what an answer is called → its maps [N, C, H, W] in float32, in the order of {@link Graph#outputs()}
     * @throws IllegalArgumentException if the channels or the size do not fit; the message names the layer
     */
    public Map<String, Maps> run(Maps images) {
        check(images.shape());
        return within(() -> {
            Map<String, Maps> answers = new LinkedHashMap<>();
            Map<String, Tensor> maps = forward(Tensors.of(images));
            graph.outputs().forEach((answer, node) -> answers.put(answer, Tensors.toMaps(Flow.known(maps, node))));
            return answers;
        });
    }

    /**
     * Runs the network for its main answer.
     *
     * @param images as for {@link #run}
     * @return the maps of the first output
     * @throws IllegalArgumentException as {@link #run}
     */
    public Maps answer(Maps images) {
        return run(images).values().iterator().next();
    }

    /** Checks a shape before anything native happens. */
    private void check(Shape shape) {
        if (shape.channels() != graph.input().channels()) {
            throw new IllegalArgumentException(
                    "image must have " + graph.input().channels() + " channels for " + graph.name() + ", got " + shape
                            + "; convert it first");
        }
        if (!shape.equals(graph.input())) {
            graph.sized(new Extent(shape.height(), shape.width()));
        }
    }

    /**
     * Work inside the scope that frees every tensor it makes, when the cores are free.
     *
     * @param work may call {@link #answers} of this and of other networks, but not {@code within}
     * @param <T> what it gives, no tensor
     * @return what the work gives
     */
    public <T> T within(Supplier<T> work) {
        Libtorch.cores().acquireUninterruptibly();
        try (PointerScope scope = new PointerScope();
                NoGradGuard inference = new NoGradGuard()) {
            if (closed) {
                throw new IllegalStateException("network must be open, got a closed one; keep it open while it runs");
            }
            return work.get();
        } catch (RuntimeException failed) {
            throw DeviceException.worded(failed);
        } finally {
            Libtorch.cores().release();
        }
    }

    /**
     * All answers of maps that are tensors already. Only inside {@link #within}.
     *
     * @param images [N, C, H, W]
     * @return what an answer is called → its map [N, C, H, W], on the network's device, in the order of {@link Graph#outputs()}
     */
    public Map<String, Tensor> answers(Tensor images) {
        Map<String, Tensor> maps = forward(images);
        Map<String, Tensor> answers = new LinkedHashMap<>();
        graph.outputs().forEach((answer, node) -> answers.put(answer, Flow.known(maps, node)));
        return answers;
    }

    /**
     * All answers, on the network's device, for images [N, C, H, W] on the host; maps are freed after their last use. Only inside
     * {@link #within}.
     */
    Map<String, Tensor> forward(Tensor images) {
        Tensor placed = device.place(images);
        Tensor input = precision == Precision.BFLOAT16 ? placed.to(torch.ScalarType.BFloat16) : placed;
        Map<String, Step.Value> live =
                flow.run(input, (at, inputs) -> steps.get(at).run(inputs));
        Map<String, Tensor> answers = new HashMap<>();
        PointerScope outer = PointerScope.getInnerScope();
        live.forEach((name, value) -> {
            outer.attach(value.map());
            value.release();
            answers.put(name, value.map());
        });
        return answers;
    }

    /** Frees the parameters. A network that runs in another thread is waited for. */
    @Override
    public void close() {
        Libtorch.cores().acquireUninterruptibly();
        try {
            if (!closed) {
                closed = true;
                numbers.forEach(Pointer::releaseReference);
            }
        } finally {
            Libtorch.cores().release();
        }
    }

    @Override
    public String toString() {
        return graph + " in " + precision + " " + Arrays.asList(graph.outputs());
    }
}
