package org.vung.classic.mixture;

/** Lower triangular matrices, row by row in square arrays. */
final class Triangles {

    private Triangles() {}

    /**
     * The lower triangle L with L Lᵀ = matrix. Adding r to the diagonal of a covariance makes every pivot at least r, so a
     * smaller one is rounding and is raised to r.
     */
    static double[] cholesky(double[] matrix, double leastPivot) {
        int size = (int) Math.sqrt(matrix.length);
        double[] lower = new double[matrix.length];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row * size + column];
                for (int at = 0; at < column; at++) {
                    rest -= lower[row * size + at] * lower[column * size + at];
                }
                lower[row * size + column] =
                        row == column ? Math.sqrt(Math.max(rest, leastPivot)) : rest / lower[column * size + column];
            }
        }
        return lower;
    }

    static double[] inverse(double[] lower, int size) {
        double[] inverse = new double[lower.length];
        for (int column = 0; column < size; column++) {
            inverse[column * size + column] = 1 / lower[column * size + column];
            for (int row = column + 1; row < size; row++) {
                double sum = 0;
                for (int at = column; at < row; at++) {
                    sum -= lower[row * size + at] * inverse[at * size + column];
                }
                inverse[row * size + column] = sum / lower[row * size + row];
            }
        }
        return inverse;
    }
}
