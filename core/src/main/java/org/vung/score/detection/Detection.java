package org.vung.score.detection;

/**
 * An object as a method found it.
 *
 * @param category its class, at least 0
 * @param score any number but NaN; the higher, the surer
 * @param extent where it is
 */
public record Detection(int category, double score, Extent extent) {

    /** Checks the numbers. */
    public Detection {
        if (category < 0) {
            throw new IllegalArgumentException("category must be at least 0, got " + category);
        }
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException(
                    "score must be a number, got NaN for " + extent + "; look at what the network answers");
        }
        score += 0.0; // −0 becomes 0
    }
}
