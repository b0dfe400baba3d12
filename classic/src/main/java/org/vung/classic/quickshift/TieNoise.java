package org.vung.classic.quickshift;

/** The noise that decides between pixels of equal density, as scikit-image draws it. */
final class TieNoise {

    private static final double SCALE = 1e-5;

    private TieNoise() {}

    /** Normal numbers of deviation 1e-5. */
    static double[] of(long seed, int count) {
        Pcg64 bits = new Pcg64(seed);
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = SCALE * Ziggurat.next(bits);
        }
        return noise;
    }
}
