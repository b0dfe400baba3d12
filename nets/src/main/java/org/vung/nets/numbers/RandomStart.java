package org.vung.nets.numbers;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.Layer;
import org.vung.nets.layer.Parameter;
import org.vung.nets.layer.TransposedConvolution;

/**
 * The numbers a network starts its training from: what each parameter's {@link org.vung.nets.layer.Start} says, drawn from a
 * generator of its own by seed and name, so that adding a layer leaves the others as they were.
 *
 * <p>He's deviation is √(2 ÷ fan-in). The fan-in of a transposed convolution is the products that meet in one output:
 * in · rows · columns ÷ (stride of rows · stride of columns).
 */
public final class RandomStart implements Numbers {

    private static final double NARROW_DEVIATION = 0.02;
    private static final double SLIGHT_DEVIATION = 0.01;
    private static final float LEAK = 0.25f;

    private final Map<String, Layer> layers = new HashMap<>();
    private final long seed;

    /**
     * Numbers for a graph.
     *
     * @param graph the network
     * @param seed of the draw
     */
    public RandomStart(Graph graph, long seed) {
        this.seed = seed;
        for (Node node : graph.nodes()) {
            node.layer().parameters().forEach(own -> layers.put(node.name() + "." + own.name(), node.layer()));
        }
    }

    @Override
    public float[] of(String key, Parameter parameter) {
        float[] numbers = new float[Math.toIntExact(parameter.numbers())];
        switch (parameter.start()) {
            case HE -> normal(numbers, key, Math.sqrt(2 / fanIn(key, parameter)));
            case NARROW -> normal(numbers, key, NARROW_DEVIATION);
            case SLIGHT -> normal(numbers, key, SLIGHT_DEVIATION);
            case ZERO -> {}
            case ONE -> java.util.Arrays.fill(numbers, 1);
            case LEAK -> java.util.Arrays.fill(numbers, LEAK);
            case BILINEAR -> bilinear(numbers, parameter);
        }
        return numbers;
    }

    private void normal(float[] numbers, String key, double deviation) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L ^ Deterministic.hash(key));
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = (float) (random.nextGaussian() * deviation);
        }
    }

    private double fanIn(String key, Parameter parameter) {
        double others = (double) parameter.numbers() / parameter.dimensions().get(0);
        if (layers.get(key) instanceof TransposedConvolution layer) {
            double taps = (double) layer.kernel().rows() * layer.kernel().columns();
            return layer.in() * taps / (layer.stride().rows() * layer.stride().columns()) / layer.groups();
        }
        return others;
    }

    /** The FCN paper's upsampling: c = (2f − 1 − f mod 2) ÷ 2f with f = ⌈k ÷ 2⌉. */
    private static void bilinear(float[] numbers, Parameter parameter) {
        int rows = parameter.dimensions().get(2);
        int columns = parameter.dimensions().get(3);
        int second = parameter.dimensions().get(1);
        for (int channel = 0; channel < Math.min(parameter.dimensions().get(0), second); channel++) {
            for (int tap = 0; tap < rows * columns; tap++) {
                double weight = tent(tap / columns, rows) * tent(tap % columns, columns);
                numbers[(channel * second + channel) * rows * columns + tap] = (float) weight;
            }
        }
    }

    private static double tent(int at, int length) {
        int half = (length + 1) / 2;
        double centre = (2 * half - 1 - half % 2) / (2.0 * half);
        return 1 - Math.abs((double) at / half - centre);
    }
}
