package org.vung.measure.rule;

import java.util.Locale;

/** How a measure is compared with a threshold. Nothing holds of NaN. */
public enum Comparison {

    /** Larger. */
    ABOVE,
    /** Larger or equal. */
    AT_LEAST,
    /** Less. */
    BELOW,
    /** Less or equal. */
    AT_MOST;

    /**
     * What people write.
     *
     * @return such as {@code at-least}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether large values fire. */
    boolean isUpwards() {
        return this == ABOVE || this == AT_LEAST;
    }

    /**
     * Compares.
     *
     * @param value of the measure
     * @param threshold any
     * @return false where the value is NaN
     */
    public boolean holds(double value, double threshold) {
        return switch (this) {
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
        };
    }
}
