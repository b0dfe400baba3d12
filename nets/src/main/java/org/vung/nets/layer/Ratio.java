package org.vung.nets.layer;

/**
 * Input places per output place, as a fraction in lowest terms: 2 for a pooling by 2, ½ for an upsampling by 2.
 *
 * @param over numerator, at least 1
 * @param under denominator, at least 1
 */
public record Ratio(long over, long under) {

    /** One to one. */
    public static final Ratio ONE = new Ratio(1, 1);

    /** Reduces to lowest terms. */
    public Ratio {
        if (over < 1 || under < 1) {
            throw new IllegalArgumentException("ratio must be above 0, got " + over + "/" + under);
        }
        long divisor = greatestDivisor(over, under);
        over /= divisor;
        under /= divisor;
    }

    /**
     * The product.
     *
     * @param that another ratio
     * @return this · that
     */
    public Ratio times(Ratio that) {
        return new Ratio(Math.multiplyExact(over, that.over), Math.multiplyExact(under, that.under));
    }

    /**
     * Whether it or its inverse is a whole number.
     *
     * @return true for 2 and ½, false for ⅔
     */
    public boolean isWhole() {
        return over == 1 || under == 1;
    }

    /**
     * Euclid's algorithm.
     *
     * @param one at least 1
     * @param other at least 0
     * @return the greatest common divisor
     */
    public static long greatestDivisor(long one, long other) {
        return other == 0 ? one : greatestDivisor(other, one % other);
    }

    @Override
    public String toString() {
        return under == 1 ? String.valueOf(over) : over + "/" + under;
    }
}
