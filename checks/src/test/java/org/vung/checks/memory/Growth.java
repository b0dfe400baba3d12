package org.vung.checks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.image.file.Existing;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ClassList;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;
import org.vung.torch.run.SemanticSegmenter;

/**
 * The resident memory of this process over many inferences and over many openings of a model file: a line is fitted through the
 * second half of the samples, and its slope must stay below a bound. Linux only.
 */
final class Growth {

    /** Most megabytes per thousand inferences. */
    static final double INFERENCES = 1;

    /** Most megabytes per thousand openings, each of which maps a file and makes every native tensor anew. */
    static final double OPENINGS = 4;

    private static final int SAMPLES = 100;

    private Growth() {}

    /** One run of what is measured. */
    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        int inferences = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int openings = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        Path folder = Files.createTempDirectory("vung-memory");
        Path file = folder.resolve("small.vung");
        try {
            model().write(file, Existing.KEEP);
            Image image = noise();
            boolean steady;
            try (SemanticSegmenter segmenter = opened(file)) {
                steady = steady("inferences", inferences, INFERENCES, () -> segmenter.segment(image));
            }
            steady &= steady("openings", openings, OPENINGS, () -> {
                try (SemanticSegmenter segmenter = opened(file)) {
                    segmenter.segment(image);
                }
            });
            System.exit(steady ? 0 : 1);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static boolean steady(String what, int runs, double bound, Work work) throws IOException {
        List<Double> resident = new ArrayList<>();
        int each = Math.max(1, runs / SAMPLES);
        for (int run = 1; run <= runs; run++) {
            work.run();
            if (run % each == 0) {
                System.gc(); // mapped files are given back with their buffers
                resident.add(resident());
            }
        }
        List<Double> half = resident.subList(resident.size() / 2, resident.size());
        double slope = slope(half) * 1000 / each;
        boolean holds = slope <= bound;
        System.out.printf(
                Locale.ROOT,
                "%s %,d %s: %.0f MB after %d, %.0f MB at the end, %+.3f MB per 1,000 over the second half, at most %.0f%n",
                holds ? "ok  " : "MISS",
                runs,
                what,
                resident.get(0),
                each,
                resident.get(resident.size() - 1),
                slope,
                bound);
        return holds;
    }

    /**
     * The slope of the line with the least squares of errors.
     *
     * @param values at 0, 1, 2 …, at least two
     * @return change from one to the next
     */
    static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            products += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }

    /** In megabytes of a million bytes. */
    private static double resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
            }
        }
        throw new IOException("/proc/self/status must tell VmRSS; this check runs on Linux only");
    }

    private static ModelFile model() {
        Model unet = Models.named("unet");
        Graph graph = unet.graph(unet.standard().withWidth(4).withDepth(2));
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters()
                .forEach((key, parameter) -> tensors.add(
                        NamedTensor.of(key, parameter.dimensions(), Deterministic.numbers(key, parameter))));
        return new ModelFile(
                graph,
                Weights.of(tensors),
                Preprocessing.unit(Preprocessing.Colours.RGB),
                Answer.LOGITS,
                ClassList.numbered(2),
                Map.of());
    }

    private static SemanticSegmenter opened(Path file) throws IOException {
        ModelFile model = ModelFile.read(file);
        Network network = Network.of(model.graph(), model.numbers(), Precision.FLOAT32);
        return new SemanticSegmenter(
                network, new SemanticSegmenter.Meaning(model.preprocessing(), model.answer(), model.classes()), 256);
    }

    private static Image noise() {
        byte[] samples = new byte[64 * 64 * 3];
        new Random(1).nextBytes(samples);
        return Image.wrap(new Size(64, 64), Layout.RGB, samples);
    }
}
