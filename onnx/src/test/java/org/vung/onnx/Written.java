package org.vung.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vung.image.file.Existing;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;

/** A graph that is written as .onnx, run on ONNX Runtime, and held against the definitions of its layers. */
final class Written {

    /** Small numbers of both signs; variances above 0. */
    static final Numbers SOME = (key, parameter) -> {
        float[] some = new float[(int) parameter.numbers()];
        for (int i = 0; i < some.length; i++) {
            some[i] = (float) (Math.sin(1.3 * i + key.length()) / 2) + (key.endsWith("var") ? 1 : 0);
        }
        return some;
    };

    private Written() {}

    /** A network of one layer that takes one map. */
    static Graph one(Layer layer, Shape shape) {
        GraphBuilder net = Graph.builder("one");
        return net.output("out", net.add("layer", layer, net.input("image", shape)))
                .build();
    }

    static Path write(Graph graph) throws IOException {
        Path file = Files.createTempFile("written", ".onnx");
        file.toFile().deleteOnExit();
        OnnxExport.write(graph, SOME, file, Existing.REPLACE);
        return file;
    }

    /** The first answer for one image. */
    static float[] run(Graph graph, float... image) throws IOException {
        Path file = write(graph);
        try (OnnxModel model = OnnxModel.open(file)) {
            return model.run(FloatMaps.of(1, graph.input(), image))
                    .values()
                    .iterator()
                    .next()
                    .numbers();
        } finally {
            Files.delete(file);
        }
    }

    /** The greatest difference in any answer, for two images at once of each of some sizes. */
    static double difference(Graph graph, Extent... sizes) throws IOException {
        Path file = write(graph);
        double greatest = 0;
        try (OnnxModel model = OnnxModel.open(file)) {
            for (Extent size : sizes) {
                greatest = Math.max(greatest, difference(model, graph.sized(size)));
            }
        } finally {
            Files.delete(file);
        }
        return greatest;
    }

    private static double difference(OnnxModel model, Graph graph) throws IOException {
        Shape shape = graph.input();
        int each = (int) shape.numbers();
        float[] images = new float[2 * each];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) (2 * Math.sin(0.37 * i * (1 + i % 7)));
        }
        Map<String, FloatMaps> answers = model.run(FloatMaps.of(2, shape, images));
        double greatest = 0;
        for (int image = 0; image < 2; image++) {
            int from = image * each;
            Plane plane = Plane.of(shape, (c, i, j) -> images[from + (c * shape.height() + i) * shape.width() + j]);
            Map<String, Plane> expected = Reckoning.run(graph, SOME, plane);
            for (Map.Entry<String, String> output : graph.outputs().entrySet()) {
                Plane right = Objects.requireNonNull(expected.get(output.getValue()));
                FloatMaps ours = Objects.requireNonNull(answers.get(output.getKey()));
                greatest = Math.max(greatest, difference(right, ours, image));
            }
        }
        return greatest;
    }

    private static double difference(Plane expected, FloatMaps ours, int image) {
        Shape shape = expected.shape;
        if (!ours.dimensions().equals(List.of(2, shape.channels(), shape.height(), shape.width()))) {
            throw new AssertionError("shape must be " + expected.shape + ", got " + ours);
        }
        double greatest = 0;
        for (int i = 0; i < expected.numbers.length; i++) {
            double difference = Math.abs(expected.numbers[i] - ours.numbers()[image * expected.numbers.length + i]);
            greatest = Double.isNaN(difference) ? Double.NaN : Math.max(greatest, difference);
        }
        return greatest;
    }
}
