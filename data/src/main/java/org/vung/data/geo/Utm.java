package org.vung.data.geo;

/**
 * Universal Transverse Mercator on WGS 84, back to longitude and latitude by Karney's series, good to nanometres within a zone and far beyond
 * its edges. Longitudes beyond 180° are not turned, so that what lies across the line stays in one piece.
 *
 * @param zone 1 … 60 from 180° west on
 * @param south whether northings count from 10,000 km south of the equator
 */
record Utm(int zone, boolean south) {

    private static final double EQUATOR = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;
    private static final double FALSE_NORTHING = 10_000_000;

    /** The third flattening, n. */
    private static final double N = FLATTENING / (2 - FLATTENING);

    /** The radius of a circle as long as a meridian, A. */
    private static final double RECTIFYING = EQUATOR / (1 + N) * polynomial(N * N, 1, 1 / 4.0, 1 / 64.0, 1 / 256.0);

    /** The coefficients β₁ … β₆ of the series that leads back. */
    private static final double[] BACK = {
        N * polynomial(N, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
        power(2) * polynomial(N, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
        power(3) * polynomial(N, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
        power(4) * polynomial(N, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
        power(5) * polynomial(N, 4583 / 161280.0, -108847 / 3991680.0),
        power(6) * polynomial(N, 20648693 / 638668800.0)
    };

    private static final int MOST_STEPS = 8;

    private static double power(int exponent) {
        return Math.pow(N, exponent);
    }

    /** By Horner's rule, the lowest power first. */
    private static double polynomial(double of, double... coefficients) {
        double sum = 0;
        for (int at = coefficients.length - 1; at >= 0; at--) {
            sum = sum * of + coefficients[at];
        }
        return sum;
    }

    /** The place of an easting and a northing in metres. */
    LonLat place(double easting, double northing) {
        double xi = (northing - (south ? FALSE_NORTHING : 0)) / (SCALE * RECTIFYING);
        double eta = (easting - FALSE_EASTING) / (SCALE * RECTIFYING);
        double xiBack = xi;
        double etaBack = eta;
        for (int j = 1; j <= BACK.length; j++) {
            xiBack -= BACK[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            etaBack -= BACK[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double sinh = Math.sinh(etaBack);
        double conformal = Math.sin(xiBack) / Math.hypot(sinh, Math.cos(xiBack));
        double longitude = 6 * zone - 183 + Math.toDegrees(Math.atan2(sinh, Math.cos(xiBack)));
        return new LonLat(longitude, Math.toDegrees(Math.atan(tangent(conformal))));
    }

    /** The tangent of the latitude whose conformal latitude has this tangent, by Newton's method. */
    private static double tangent(double conformal) {
        double squared = ECCENTRICITY * ECCENTRICITY;
        double tau = conformal / (1 - squared);
        double step = 1;
        for (int i = 0; i < MOST_STEPS && Math.abs(step) > 1e-16 * Math.max(1, Math.abs(tau)); i++) {
            double there = conformal(tau);
            step = (conformal - there)
                    / Math.hypot(1, there)
                    * (1 + (1 - squared) * tau * tau)
                    / ((1 - squared) * Math.hypot(1, tau));
            tau += step;
        }
        return tau;
    }

    private static double conformal(double tau) {
        double along = ECCENTRICITY * tau / Math.hypot(1, tau);
        double sigma = Math.sinh(ECCENTRICITY * 0.5 * (Math.log1p(along) - Math.log1p(-along)));
        return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    }
}
