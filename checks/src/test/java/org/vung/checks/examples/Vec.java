package org.vung.checks.examples;

/**
 * A point, direction or linear RGB colour.
 *
 * @param x right, or red
 * @param y up, or green
 * @param z away, or blue
 */
public record Vec(double x, double y, double z) {

    /**
     * The sum.
     *
     * @param o another
     * @return each number with its like
     */
    public Vec plus(Vec o) {
        return new Vec(x + o.x, y + o.y, z + o.z);
    }

    /**
     * The difference.
     *
     * @param o another
     * @return this less the other
     */
    public Vec minus(Vec o) {
        return new Vec(x - o.x, y - o.y, z - o.z);
    }

    /**
     * Longer or brighter.
     *
     * @param factor any
     * @return each number so many times
     */
    public Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    /**
     * A colour in a light.
     *
     * @param o the light
     * @return each number with its like
     */
    public Vec times(Vec o) {
        return new Vec(x * o.x, y * o.y, z * o.z);
    }

    /**
     * The inner product.
     *
     * @param o another
     * @return the sum of the products
     */
    public double dot(Vec o) {
        return x * o.x + y * o.y + z * o.z;
    }

    /**
     * How long it is.
     *
     * @return at least 0
     */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /**
     * The direction alone.
     *
     * @return of length 1
     */
    public Vec unit() {
        return times(1 / length());
    }

    /**
     * Some of both.
     *
     * @param o the other
     * @param share of the other, 0 … 1
     * @return between them
     */
    public Vec mix(Vec o, double share) {
        return times(1 - share).plus(o.times(share));
    }
}
