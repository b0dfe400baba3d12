package org.vung.classic.mixture;

/** What shapes the components of a mixture may have. */
public enum Covariance {
    /** Every component any ellipsoid of its own. */
    FULL,
    /** One ellipsoid shared by all components. */
    TIED,
    /** Every component an ellipsoid of its own along the axes. */
    DIAG,
    /** Every component a ball of its own radius. */
    SPHERICAL;

    /** Free numbers in all covariances together. */
    int parameters(int components, int dimensions) {
        int matrix = dimensions * (dimensions + 1) / 2;
        return switch (this) {
            case FULL -> components * matrix;
            case TIED -> matrix;
            case DIAG -> components * dimensions;
            case SPHERICAL -> components;
        };
    }

    /** How many columns of a row of the scatter, from the diagonal leftwards, must be summed in every iteration. */
    int columns(int row) {
        return switch (this) {
            case FULL -> row + 1;
            case TIED -> 0;
            case DIAG, SPHERICAL -> 1;
        };
    }
}
