package org.vung.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.onnx.format.Message;
import org.vung.onnx.format.OnnxGraph;

/**
 * Writes a network as .onnx, for ONNX Runtime and everything else that reads the format.
 *
 * <p>Images enter under the name of their input node, [batch, C, height, width] in float32; answers leave under their own names.
 * The batch is always free; height and width are, unless a layer has a size in its weights (a {@code Linear} behind a
 * {@code Flatten}), which binds the network to its nominal size. Free sizes must still be such as {@link Graph#sized} takes.
 * Parameters keep their names, {@code node.weight}. Where two values would share a name, the later gets {@code .2} behind it.
 *
 * <p>Source: ONNX operators, version 19, file format 9. The same network gives the same bytes.
 */
public final class OnnxExport {

    private static final int FORMAT = 9;
    private static final int OPERATORS = 19;
    private static final long LIMIT = Integer.MAX_VALUE;

    private final Graph graph;
    private final Numbers numbers;
    private final Map<String, Shape> shapes;
    private final FreeSizes sizes;
    private final OnnxGraph file;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    private OnnxExport(Graph graph, Numbers numbers) {
        this.graph = graph;
        this.numbers = numbers;
        shapes = graph.shapes();
        sizes = new FreeSizes(graph);
        file = new OnnxGraph(graph.name());
    }

    /**
     * Writes a network. The file stands under its name only when it is whole.
     *
     * @param graph the network
     * @param numbers of its parameters; each is asked for once, while the file is written
     * @param target name of the file; its folder exists
     * @param existing what to do where the name is taken by a file
     * @throws IllegalArgumentException if the model is of 2 GB or more, numbers are of another length, or an unpooling or a
     *     padding is of a kind that ONNX has no word for; the message names the layer
     * @throws IOException if the file cannot be written
     */
    public static void write(Graph graph, Numbers numbers, Path target, Existing existing) throws IOException {
        Message model = new OnnxExport(graph, numbers).model();
        if (model.length() > LIMIT) {
            throw new IllegalArgumentException("model must stay below 2 GB to be one .onnx file, got " + model.length()
                    + " bytes for " + graph.name() + "; keep it as .vung or make the network narrower");
        }
        AtomicFile.write(target, existing, model::writeTo);
    }

    private Message model() {
        graph.outputs().keySet().forEach(file::fresh);
        graph.parameters().keySet().forEach(file::fresh);
        findPlaces();
        for (Node node : graph.nodes()) {
            values.put(node.name(), node.layer().accept(new Operators(place(node), places)));
        }
        graph.outputs().forEach(this::answer);
        return file.model(FORMAT, OPERATORS);
    }

    /** Names the places that unpoolings ask for, so that the poolings before them know. */
    private void findPlaces() {
        for (Node node : graph.nodes()) {
            if (node.layer() instanceof MaxUnpool) {
                Node pool = graph.node(node.inputs().get(1));
                if (pool.layer() instanceof MaxPool) {
                    checkSize(node, pool);
                    places.computeIfAbsent(pool.name(), name -> file.fresh(name + "/places"));
                }
            }
        }
    }

    private void checkSize(Node unpool, Node pool) {
        Shape pooled = shape(pool.inputs().get(0));
        Shape model = shape(unpool.inputs().get(2));
        if (!pooled.size().equals(model.size())) {
            throw new IllegalArgumentException("size of unpooling '" + unpool.name()
                    + "' must be that of the pooling's input " + pooled.size() + ", got " + model.size()
                    + "; wire its third input to '" + pool.inputs().get(0) + "'");
        }
    }

    private Place place(Node node) {
        List<String> inputs = node.inputs().stream().map(this::value).toList();
        String name = file.fresh(node.name());
        return new Place(file, node, numbers, inputs, new Place.Given(name, sizes.dimensions(node.name(), "")));
    }

    private void answer(String answer, String node) {
        file.node("Identity", List.of(value(node)), List.of(answer));
        file.output(answer, sizes.dimensions(node, answer + "_"));
    }

    private String value(String node) {
        return Objects.requireNonNull(values.get(node));
    }

    private Shape shape(String node) {
        return Objects.requireNonNull(shapes.get(node));
    }
}
