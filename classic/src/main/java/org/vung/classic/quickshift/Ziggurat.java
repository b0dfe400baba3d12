package org.vung.classic.quickshift;

/**
 * Normal numbers by the ziggurat of 256 layers of equal area, drawing bits in NumPy's order: 8 for the layer, 1 for the
 * sign, 52 for the place.
 *
 * <p>G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random Variables", Journal of Statistical Software
 * 5(8), 2000.
 */
final class Ziggurat {

    /** Where the tail begins. */
    private static final double TAIL = 3.654152885361009;
    /** The area of every layer. */
    private static final double AREA = 0.004928673233974652;

    private static final double STEPS = 0x1p52;
    private static final int LAYERS = 256;
    /** Places below this lie wholly under the curve, per layer. */
    private static final long[] INSIDE = new long[LAYERS];
    /** The width of one place, per layer. */
    private static final double[] WIDTH = new double[LAYERS];
    /** The height of the curve at the layer's right end. */
    private static final double[] HEIGHT = new double[LAYERS];

    static {
        double right = TAIL;
        double base = AREA / height(TAIL);
        INSIDE[0] = (long) (TAIL / base * STEPS);
        WIDTH[0] = base / STEPS;
        HEIGHT[0] = 1;
        WIDTH[LAYERS - 1] = TAIL / STEPS;
        HEIGHT[LAYERS - 1] = height(TAIL);
        for (int layer = LAYERS - 2; layer >= 1; layer--) {
            double left = Math.sqrt(-2 * Math.log(AREA / right + height(right)));
            INSIDE[layer + 1] = (long) (left / right * STEPS);
            WIDTH[layer] = left / STEPS;
            HEIGHT[layer] = height(left);
            right = left;
        }
    }

    private Ziggurat() {}

    /** The next number of mean 0 and deviation 1. */
    static double next(Pcg64 bits) {
        while (true) {
            long word = bits.next();
            int layer = (int) (word & 0xFF);
            long place = (word >>> 9) & 0xFFFFFFFFFFFFFL;
            double x = place * WIDTH[layer];
            double signed = ((word >>> 8) & 1) == 0 ? x : -x;
            if (place < INSIDE[layer]) {
                return signed;
            }
            if (layer == 0) {
                return tail(bits, ((place >>> 8) & 1) != 0);
            }
            double under = HEIGHT[layer] + (HEIGHT[layer - 1] - HEIGHT[layer]) * bits.nextDouble();
            if (under < height(x)) {
                return signed;
            }
        }
    }

    private static double tail(Pcg64 bits, boolean negative) {
        while (true) {
            double beyond = -Math.log1p(-bits.nextDouble()) / TAIL;
            double drop = -Math.log1p(-bits.nextDouble());
            if (drop + drop > beyond * beyond) {
                return negative ? -(TAIL + beyond) : TAIL + beyond;
            }
        }
    }

    private static double height(double x) {
        return Math.exp(-0.5 * x * x);
    }
}
