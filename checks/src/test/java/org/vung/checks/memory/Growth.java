package org.vung.checks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The resident memory of this process over many inferences, many openings of a model file, and many steps of training. */
final class Growth {

    /** Most megabytes per thousand inferences. */
    static final double INFERENCES = 1;

    /** Most megabytes per thousand openings, each of which maps a file and makes every native tensor anew. */
    static final double OPENINGS = 4;

    private Growth() {}

    /** One run of what is measured. */
    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        int inferences = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int openings = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        int steps = args.length > 2 ? Integer.parseInt(args[2]) : 1_000;
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
            steady &= TrainingGrowth.steady(steps);
            System.exit(steady ? 0 : 1);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static boolean steady(String what, int runs, double bound, Work work) throws IOException {
        Resident resident = new Resident(what, runs, bound);
        for (int run = 1; run <= runs; run++) {
            work.run();
            resident.tick();
        }
        return resident.holds();
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
