package org.vung.torch.train;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.device.Device;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Precision;
import org.vung.torch.train.feed.Batch;
import org.vung.torch.train.loss.CrossEntropy;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Optimiser;

/** How fast a network is trained on this machine: forward pass, cross-entropy, backward pass and a step of SGD with momentum. */
public final class TrainingBench {

    private static final double PASSES = 3; // the backward pass makes two products where the forward pass makes one
    private static final double RATE = 1e-6; // the numbers shall stay finite

    private TrainingBench() {}

    /**
     * Measures steps on noise.
     *
     * @param graph the network at the size to measure
     * @param precision of the products
     * @param batch images a step
     * @param runs steps that count, at least 1
     * @return seconds a step, beside this machine's own matrix product
     */
    public static ForwardBench of(Graph graph, Precision precision, int batch, int runs) {
        Precision here = precision.here(graph, Device.CPU);
        Shape out = graph.shapes().get(graph.output());
        if (out == null) {
            throw new IllegalArgumentException("network must have an output, got " + graph);
        }
        Batch noise = noise(graph.input(), out, batch);
        try (TrainableNetwork network = new TrainableNetwork(graph, new RandomStart(graph, 0), here, Group.alone());
                Optimiser optimiser = new Optimisation.Sgd(RATE, 0.9, false, 0)
                        .start(network.parameters().trained().numel())) {
            double flops = 2 * PASSES * batch * Cost.of(graph).multiplyAdds();
            return ForwardBench.of(here, Device.CPU, flops, runs, () -> step(network, optimiser, noise));
        }
    }

    private static Batch noise(Shape in, Shape out, int batch) {
        Random random = new Random(0);
        float[] images = new float[Math.toIntExact(batch * in.numbers())];
        for (int at = 0; at < images.length; at++) {
            images[at] = random.nextFloat();
        }
        int[] labels = new int[batch * out.height() * out.width()];
        float[] weights = new float[labels.length];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = random.nextInt(out.channels());
            weights[at] = 1;
        }
        Batch.Form form = new Batch.Form(batch, in.height(), in.width(), in.channels(), out.height(), out.width());
        return new Batch(form, images, labels, weights);
    }

    private static void step(TrainableNetwork network, Optimiser optimiser, Batch batch) {
        Libtorch.cores().acquireUninterruptibly();
        try (PointerScope scope = new PointerScope()) {
            FlatParameters parameters = network.parameters();
            parameters.gradient().zero_();
            Tensor scores = network.answer(batch.input());
            new CrossEntropy(List.of()).of(scores, batch.target()).backward();
            try (NoGradGuard plain = new NoGradGuard()) {
                optimiser.step(parameters.trained(), parameters.gradient(), parameters.decayed(), RATE);
            }
        } finally {
            Libtorch.cores().release();
        }
    }
}
