package org.vung.torch.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.image.Image;
import org.vung.image.Layout;
import org.vung.image.Size;
import org.vung.nets.graph.Cost;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Device;

/**
 * How fast a network runs on this machine, beside what the machine can do at all.
 *
 * @param seconds one per forward pass of one image, after warming up; on a graphics processor with the way there and back
 * @param precision of the products
 * @param device where it ran, never {@code AUTO}
 * @param flops floating-point operations of a pass: two per multiply-add
 * @param peak operations a second of the device's own matrix product, measured in the same precision just before and after
 */
public record ForwardBench(List<Double> seconds, Precision precision, Device device, double flops, double peak) {

    private static final int WARM_UPS = 2;
    private static final int SIDE = 2048;

    /** Copies the list. */
    public ForwardBench {
        seconds = List.copyOf(seconds);
    }

    /**
     * Measures.
     *
     * @param graph the network at the size to measure
     * @param numbers of its parameters
     * @param precision of the products
     * @param device where to run
     * @param runs forward passes that count, at least 1
     * @return what was measured
     */
    public static ForwardBench of(Graph graph, Numbers numbers, Precision precision, Device device, int runs) {
        Shape shape = graph.input();
        Maps image = Maps.of(shape, new float[Math.toIntExact(shape.numbers())]);
        try (Network network = Network.of(graph, numbers, precision, device)) {
            double flops = 2.0 * Cost.of(graph).multiplyAdds();
            return of(network.precision(), network.device(), flops, runs, () -> network.run(image));
        }
    }

    /**
     * Measures a pass beside the device's peak just before and after.
     *
     * @param precision of the products, not {@code AUTO}
     * @param device where it runs, not {@code AUTO}
     * @param flops floating-point operations of a pass
     * @param runs passes that count, at least 1
     * @param pass what is timed
     * @param <E> how it may fail
     * @return what was measured
     * @throws E if a pass fails
     */
    public static <E extends Exception> ForwardBench of(
            Precision precision, Device device, double flops, int runs, Pass<E> pass) throws E {
        double before = peak(precision, device);
        List<Double> seconds = seconds(runs, pass);
        return new ForwardBench(seconds, precision, device, flops, Math.max(before, peak(precision, device)));
    }

    /**
     * A picture of noise.
     *
     * @param shape of the picture
     * @return samples of 8 bits, the same at every call
     */
    public static Image noise(Shape shape) {
        byte[] samples = new byte[Math.toIntExact(shape.numbers())];
        new Random(0).nextBytes(samples);
        return Image.wrap(new Size(shape.height(), shape.width()), Layout.usual(shape.channels()), samples);
    }

    /**
     * One forward pass.
     *
     * @param <E> how it may fail
     */
    @FunctionalInterface
    public interface Pass<E extends Exception> {

        /**
         * Runs the network once.
         *
         * @throws E if it fails
         */
        void run() throws E;
    }

    /**
     * Times a pass, after two to warm up.
     *
     * @param runs passes that count, at least 1
     * @param pass what is timed
     * @param <E> how it may fail
     * @return one number a pass
     * @throws E if a pass fails
     */
    public static <E extends Exception> List<Double> seconds(int runs, Pass<E> pass) throws E {
        if (runs < 1) {
            throw new IllegalArgumentException("runs must be at least 1, got " + runs);
        }
        List<Double> seconds = new ArrayList<>();
        for (int run = -WARM_UPS; run < runs; run++) {
            long start = System.nanoTime();
            pass.run();
            if (run >= 0) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        return seconds;
    }

    /**
     * What a device can do: a product of two matrices of 2048 × 2048, the best of six.
     *
     * @param precision not {@code AUTO}
     * @param device not {@code AUTO}
     * @return operations a second
     */
    public static double peak(Precision precision, Device device) {
        Libtorch.load();
        try (PointerScope scope = new PointerScope();
                NoGradGuard inference = new NoGradGuard()) {
            torch.ScalarType type =
                    precision == Precision.BFLOAT16 ? torch.ScalarType.BFloat16 : torch.ScalarType.Float;
            Tensor left = device.place(torch.ones(SIDE, SIDE)).to(type);
            Tensor right = device.place(torch.ones(SIDE, SIDE)).to(type);
            return DoubleStream.generate(() -> 2.0 * SIDE * SIDE * SIDE / product(left, right, device))
                    .limit(6)
                    .max()
                    .orElseThrow();
        }
    }

    private static double product(Tensor left, Tensor right, Device device) {
        try (PointerScope scope = new PointerScope()) {
            device.finish();
            long start = System.nanoTime();
            Tensor product = left.matmul(right);
            device.finish();
            double seconds = (System.nanoTime() - start) / 1e9;
            return product.numel() > 0 ? seconds : Double.NaN;
        }
    }

    /**
     * The middle of the measured times.
     *
     * @return in seconds
     */
    public double median() {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * How much of the machine a pass uses.
     *
     * @return operations a second over the peak, 0 … 1 (a fast algorithm for 3×3 kernels may pass 1)
     */
    public double shareOfPeak() {
        return flops / median() / peak;
    }
}
