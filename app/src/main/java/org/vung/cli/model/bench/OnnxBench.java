package org.vung.cli.model.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vung.image.file.Existing;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.onnx.FloatMaps;
import org.vung.onnx.OnnxExport;
import org.vung.onnx.OnnxModel;
import org.vung.torch.device.Device;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Precision;

/** The measurement of {@link ForwardBench} on ONNX Runtime, in float32. */
public final class OnnxBench {

    private OnnxBench() {}

    /**
     * Measures a network.
     *
     * @param graph at the size of the image
     * @param numbers its weights
     * @param runs that count
     * @return seconds of each run
     * @throws IOException if the network cannot be written as .onnx or run
     */
    public static ForwardBench of(Graph graph, Numbers numbers, int runs) throws IOException {
        Path folder = Files.createTempDirectory("vung-bench");
        Path file = folder.resolve("network.onnx");
        try {
            OnnxExport.write(graph, numbers, file, Existing.KEEP);
            double peak = ForwardBench.peak(Precision.FLOAT32, Device.CPU);
            List<Double> seconds = seconds(file, graph.input(), runs);
            return new ForwardBench(
                    seconds, Precision.FLOAT32, Device.CPU, 2.0 * Cost.of(graph).multiplyAdds(), peak);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static List<Double> seconds(Path file, Shape shape, int runs) throws IOException {
        FloatMaps image = FloatMaps.of(1, shape, new float[Math.toIntExact(shape.numbers())]);
        try (OnnxModel model = OnnxModel.open(file)) {
            return ForwardBench.seconds(runs, () -> model.run(image));
        }
    }
}
