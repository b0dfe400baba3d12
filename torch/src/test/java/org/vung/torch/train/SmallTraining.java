package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Concatenate;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Interpolation;
import org.vung.nets.layer.MaxPool;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Upsample;
import org.vung.torch.parallel.Group;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.task.Look;

/** A training of 20 steps of a U-Net of one halving, with batch norms or without. */
final class SmallTraining {

    private static final int WIDTH = 6;

    private SmallTraining() {}

    static Plan plan(int batch, boolean norms) {
        return PlanFile.parse("""
                name: squares
                seed: 7
                data: {validation: 0}
                model: {colours: grey}
                food: {crop: 16x16, augment: ['flip:horizontal=true,vertical=true', 'noise'], batch: %d}
                training:
                  steps: 20
                  optimiser: 'sgd:rate=0.1,momentum=0.9'
                  schedule: 'cosine:warmup=3'
                  clip: 1
                  average: 0.9
                  precision: float32
                  sync-norm: %s
                watch: {every: 8}
                """.formatted(batch, norms), Map.of());
    }

    static Graph graph(boolean norms) {
        GraphBuilder net = Graph.builder("small");
        String image = net.input("image", new Shape(1, SquareSet.SIDE, SquareSet.SIDE));
        String fine = block(net, "fine", image, 1, norms);
        String coarse = block(net, "coarse", net.add("half", MaxPool.of(2, 2), fine), WIDTH, norms);
        String whole = net.add("whole", new Upsample(2, Interpolation.NEAREST), coarse);
        String both = net.add("both", new Concatenate(), whole, fine);
        return net.output("out", net.add("head", Convolution.of(2 * WIDTH, 2, 1), both))
                .build();
    }

    private static String block(GraphBuilder net, String name, String input, int channels, boolean norms) {
        String map = net.add(name, Convolution.of(channels, WIDTH, 3).withPadding(1), input);
        return net.relu(name + "_relu", norms ? net.add(name + "_norm", BatchNorm.of(WIDTH), map) : map);
    }

    /** Trains as a member of a group; rank 0 leaves {@code last.vung} in the folder. */
    static void run(Path folder, Group group, int batch, boolean norms) throws IOException {
        if (group.leads()) {
            Files.createDirectories(folder.resolve("state"));
        }
        Setup setup = new Setup(plan(batch, norms), new SquareSet(12), graph(norms));
        try (Trainer trainer = new Trainer(setup, folder, group, new Silence())) {
            trainer.run();
        }
    }

    private record Silence() implements Progress {

        @Override
        public void step(int epoch, long step, int images, double loss) {
            // Nobody listens.
        }

        @Override
        public void look(int epoch, Look look, boolean best) {
            // Nobody listens.
        }
    }
}
