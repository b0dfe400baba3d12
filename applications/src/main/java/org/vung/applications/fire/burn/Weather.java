package org.vung.applications.fire.burn;

/**
 * What drives a fire.
 *
 * @param wind 10 m above open ground, in km/h, 0 … 50
 * @param towards where the wind blows to, in degrees clockwise from up
 * @param calm rate of spread without wind on level ground in full fuel, in metres per minute
 */
public record Weather(double wind, double towards, double calm) {

    /** Fuel as of a litter with undergrowth: surface to volume in 1/ft, packing ratio, and that over the best one. */
    private static final double SURFACE = 1500;

    private static final double PACKING = 0.01;
    private static final double RELATIVE_PACKING = 1;

    /** Wind at half the height of the flames, beside that at 10 m. */
    private static final double MIDFLAME = 0.4;

    private static final double FEET_PER_MINUTE = 1000 / 0.3048 / 60;

    /** Of the rendered burn, in metres per minute. */
    public static final double CALM = 1.6;

    /** Checks the numbers. */
    public Weather {
        if (!(wind >= 0 && wind <= 50) || !(calm > 0 && calm <= 100) || !Double.isFinite(towards)) {
            throw new IllegalArgumentException(
                    "wind must be 0 … 50 km/h and the calm rate 0 … 100 m/min, got " + wind + " and " + calm);
        }
    }

    /** Rothermel's equation 47: how much wind adds to the calm rate, as a multiple of it. */
    double windFactor() {
        double speed = wind * MIDFLAME * FEET_PER_MINUTE;
        double c = 7.47 * Math.exp(-0.133 * Math.pow(SURFACE, 0.55));
        double b = 0.02526 * Math.pow(SURFACE, 0.54);
        double e = 0.715 * Math.exp(-3.59e-4 * SURFACE);
        return c * Math.pow(speed, b) * Math.pow(RELATIVE_PACKING, -e);
    }

    /** Rothermel's equation 51: how much a slope adds, as a multiple of the calm rate. */
    static double slopeFactor(double tangent) {
        return 5.275 * Math.pow(PACKING, -0.3) * tangent * tangent;
    }

    /** Alexander's length of the burnt ellipse over its breadth, at least 1. */
    double lengthToBreadth() {
        return 1 + 0.0012 * Math.pow(wind, 2.154);
    }

    /** Eccentricity of the ellipse, in whose rear focus the fire began. */
    double eccentricity() {
        double ratio = lengthToBreadth();
        return Math.sqrt(1 - 1 / (ratio * ratio));
    }
}
