package org.vung.classic.adaptive;

/** OpenCV's Gaussian weights for a block without a stated deviation; they sum to 1. */
final class GaussianWeights {

    private GaussianWeights() {}

    /**
     * The weights along one axis.
     *
     * @param block odd, at least 3; up to 9 the weights that OpenCV keeps in a table
     * @return weights [block], symmetric
     */
    static float[] of(int block) {
        return switch (block) {
            case 3 -> shares(1, 2, 1);
            case 5 -> shares(1, 4, 6, 4, 1);
            case 7 -> shares(2, 7, 14, 18, 14, 7, 2);
            case 9 -> shares(4, 13, 30, 51, 60, 51, 30, 13, 4);
            default -> computed(block);
        };
    }

    private static float[] shares(int... parts) {
        float[] weights = new float[parts.length];
        int sum = 0;
        for (int part : parts) {
            sum += part;
        }
        for (int at = 0; at < parts.length; at++) {
            weights[at] = (float) parts[at] / sum;
        }
        return weights;
    }

    private static float[] computed(int block) {
        double deviation = block * 0.15 + 0.35;
        double scale = -0.125 / (deviation * deviation);
        int middle = block / 2;
        double[] bell = new double[middle];
        double sum = 0;
        for (int at = 0; at < middle; at++) {
            int twice = 2 * at + 1 - block;
            bell[at] = Math.exp(twice * twice * scale);
            sum += bell[at];
        }
        double share = 1 / (sum * 2 + 1);
        float[] weights = new float[block];
        for (int at = 0; at < middle; at++) {
            weights[at] = (float) (bell[at] * share);
            weights[block - 1 - at] = weights[at];
        }
        weights[middle] = (float) share;
        return weights;
    }
}
