package org.vung.torch.train.detect;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.vung.data.order.SplitMix64;
import org.vung.image.Size;
import org.vung.mask.RunLengths;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.device.Device;
import org.vung.torch.parallel.Group;
import org.vung.torch.rcnn.Detector;
import org.vung.torch.rcnn.DetectorBench;
import org.vung.torch.rcnn.Learning;
import org.vung.torch.rcnn.Lesson;
import org.vung.torch.rcnn.Targets;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableParts;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Optimiser;

/** How fast a detector is trained on this machine: losses of noise with ten objects an image, back, and a step of SGD. */
public final class DetectionBench {

    private static final double PASSES = 3; // the backward pass makes two products where the forward pass makes one
    private static final double RATE = 1e-9; // the numbers shall stay finite
    private static final int OBJECTS = 10;

    private DetectionBench() {}

    /**
     * Measures steps at the size that the graph was built for.
     *
     * @param graph an R-CNN
     * @param precision of the products
     * @param batch images a step
     * @param runs steps that count, at least 1
     * @return seconds a step, beside this machine's own matrix product
     */
    public static ForwardBench of(Graph graph, Precision precision, int batch, int runs) {
        Precision here = precision.here(graph, Device.CPU);
        SceneBatch noise = noise(graph.input(), batch);
        Learning learning = Learning.usual();
        double flops = 2
                * PASSES
                * batch
                * DetectorBench.multiplyAdds(graph, learning.proposalChoice().boxes(), (int)
                        (learning.proposalChoice().boxes()
                                * learning.proposalChoice().share()));
        try (TrainableParts network = new TrainableParts(graph, new RandomStart(graph, 0), here, Group.alone());
                Optimiser optimiser = new Optimisation.Sgd(RATE, 0.9, false, 0)
                        .start(network.parameters().trained().numel())) {
            Lesson lesson = new Lesson(network, Detector.Options.usualOf(graph).anchors(), learning);
            return ForwardBench.of(
                    here, Device.CPU, flops, runs, () -> step(network.parameters(), lesson, optimiser, noise));
        }
    }

    private static SceneBatch noise(Shape shape, int batch) {
        Random random = new Random(0);
        float[] images = new float[Math.toIntExact(batch * shape.numbers())];
        for (int at = 0; at < images.length; at++) {
            images[at] = random.nextFloat() - 0.5f;
        }
        Extent window = new Extent(shape.height(), shape.width());
        return new SceneBatch(images, window, shape.channels(), Collections.nCopies(batch, targets(window)));
    }

    /** Rectangles of a fifth of the image in two rows. */
    private static Targets targets(Extent window) {
        Size size = new Size(window.rows(), window.columns());
        int height = Math.max(1, size.height() / 5);
        int width = Math.max(1, size.width() / 5);
        float[] edges = new float[4 * OBJECTS];
        RunLengths[] masks = new RunLengths[OBJECTS];
        for (int object = 0; object < OBJECTS; object++) {
            int row = object / 5 * 2 * height;
            int column = Math.min(size.width() - width, object % 5 * width);
            boolean[] inside = new boolean[size.pixels()];
            for (int pixel = 0; pixel < height * width; pixel++) {
                inside[size.index(row + pixel / width, column + pixel % width)] = true;
            }
            masks[object] = RunLengths.of(size, inside);
            edges[4 * object] = column;
            edges[4 * object + 1] = row;
            edges[4 * object + 2] = column + width;
            edges[4 * object + 3] = row + height;
        }
        return new Targets(Boxes.wrap(edges), Collections.nCopies(OBJECTS, 1), List.of(masks));
    }

    private static void step(FlatParameters parameters, Lesson lesson, Optimiser optimiser, SceneBatch batch) {
        Libtorch.cores().acquireUninterruptibly();
        try (PointerScope scope = new PointerScope()) {
            parameters.gradient().zero_();
            lesson.of(batch.input(), batch.seen(), batch.targets(), SplitMix64.at(0))
                    .sum()
                    .backward();
            try (NoGradGuard plain = new NoGradGuard()) {
                optimiser.step(parameters.trained(), parameters.gradient(), parameters.decayed(), RATE);
            }
        } finally {
            Libtorch.cores().release();
        }
    }
}
