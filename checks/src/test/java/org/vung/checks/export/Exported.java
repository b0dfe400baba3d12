package org.vung.checks.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.vung.image.file.Existing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.MaxUnpool;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import org.vung.onnx.FloatMaps;
import org.vung.onnx.ImageInput;
import org.vung.onnx.OnnxExport;
import org.vung.onnx.OnnxModel;
import org.vung.torch.run.Maps;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;

/**
 * One network of the list, exported and run on both libraries with the same numbers on the same random images.
 *
 * <p>One image is enough, but for networks that unpool: where two numbers of a pooling's window are equal within a rounding, the
 * libraries may find their largest at another place, and a neighbour's pixel gets the number. They have several tries.
 *
 * @param name of the network
 * @param size of the image
 * @param difference largest |ONNX Runtime − libtorch| over the largest |libtorch|, the worst of all answers
 * @param images how many it took until the difference was small
 */
record Exported(String name, Extent size, double difference, int images) {

    /** Images that a network which unpools may take. */
    static final int TRIES = 8;

    /** What both libraries may differ by. */
    static final double MOST = 1e-4;

    /** Whether the difference is a number and small. */
    boolean isClose() {
        return difference <= MOST;
    }

    /**
     * Exports a network once and runs it at several sizes; at its own alone where the file is bound to it.
     *
     * @param name of the network
     * @param sizes of images
     * @return one measurement a size
     * @throws IOException if the file cannot be written or is refused
     */
    static List<Exported> at(String name, List<Extent> sizes) throws IOException {
        Graph graph = Models.named(name).graph();
        Path folder = Files.createTempDirectory("vung-export");
        Path file = folder.resolve(name + ".onnx");
        try {
            OnnxExport.write(graph, Deterministic::numbers, file, Existing.KEEP);
            List<Exported> rows = new ArrayList<>();
            try (OnnxModel model = OnnxModel.open(file);
                    Network network = Network.of(graph, Deterministic::numbers, Precision.FLOAT32)) {
                boolean isBound = model.input().height() != ImageInput.ANY;
                for (Extent size : isBound ? List.of(graph.input().size()) : sizes) {
                    rows.add(compared(name, size, network, model));
                }
            }
            return rows;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Whether a rounding may move a number to another pixel. */
    static boolean unpools(Graph graph) {
        return graph.nodes().stream().anyMatch(node -> node.layer() instanceof MaxUnpool);
    }

    private static Exported compared(String name, Extent size, Network network, OnnxModel model) throws IOException {
        Graph graph = network.graph();
        Exported row = new Exported(name, size, Double.NaN, 0);
        for (int tries = unpools(graph) ? TRIES : 1; tries > 0 && !row.isClose(); tries--) {
            Maps image = noise(graph, size, row.images);
            Map<String, FloatMaps> got = model.run(FloatMaps.of(1, image.shape(), image.numbers()));
            row = new Exported(name, size, farthest(got, network.run(image)), row.images + 1);
        }
        return row;
    }

    private static Maps noise(Graph graph, Extent size, int seed) {
        Shape shape = graph.input().sized(size.rows(), size.columns());
        float[] numbers = new float[Math.toIntExact(shape.numbers())];
        Random chance = new Random(seed);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) chance.nextGaussian();
        }
        return Maps.of(shape, numbers);
    }

    private static double farthest(Map<String, FloatMaps> got, Map<String, Maps> wanted) {
        if (!got.keySet().equals(wanted.keySet())) {
            throw new AssertionError("answers must be " + wanted.keySet() + ", got " + got.keySet());
        }
        double worst = 0;
        for (Map.Entry<String, Maps> answer : wanted.entrySet()) {
            FloatMaps other = Objects.requireNonNull(got.get(answer.getKey()));
            Shape shape = answer.getValue().shape();
            if (!other.dimensions().equals(List.of(1, shape.channels(), shape.height(), shape.width()))) {
                throw new AssertionError(answer.getKey() + " must be " + shape + ", got " + other);
            }
            worst = Math.max(worst, farthest(other.numbers(), answer.getValue().numbers()));
        }
        return worst;
    }

    /** NaN where anything is no number, or nothing differs from anything. */
    private static double farthest(float[] got, float[] wanted) {
        double most = 0;
        double largest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < wanted.length; i++) {
            most = Math.max(most, Math.abs(got[i] - wanted[i]));
            largest = Math.max(largest, Math.abs(wanted[i]));
            least = Math.min(least, Math.abs(wanted[i]));
        }
        return wanted.length > 1 && least == largest ? Double.NaN : most / largest;
    }
}
