package org.vung.measure.shape;

import org.vung.label.Box;
import org.vung.measure.Ellipse;
import org.vung.measure.LabelRuns;
import org.vung.measure.PixelSize;

/**
 * Sums of powers of a region's rows and columns, M_pq = Σ row^p · column^q, with p and q 0 … 3. Immutable.
 *
 * <p>Source of the invariants: M. K. Hu, "Visual Pattern Recognition by Moment Invariants", IRE Transactions on Information
 * Theory 8 (1962).
 */
public final class Moments {

    private static final int POWERS = 4;

    private final Box box;
    /** [p · 4 + q]. */
    private final double[] raw = new double[POWERS * POWERS];

    private final double[] central = new double[POWERS * POWERS];

    private Moments(Box box) {
        this.box = box;
    }

    static Moments of(LabelRuns runs, int label) {
        Moments moments = new Moments(runs.box(label));
        sum(runs, label, moments.box.row(), moments.box.column(), moments.raw);
        sum(runs, label, moments.centroidRow(), moments.centroidColumn(), moments.central);
        return moments;
    }

    private static void sum(LabelRuns runs, int label, double row, double column, double[] sums) {
        double[] along = new double[POWERS];
        for (int run = runs.from(label); run < runs.to(label); run++) {
            double down = runs.row(run) - row;
            powers(runs.start(run) - column, runs.length(run), along);
            double factor = 1;
            for (int p = 0; p < POWERS; p++) {
                for (int q = 0; q < POWERS; q++) {
                    sums[p * POWERS + q] += factor * along[q];
                }
                factor *= down;
            }
        }
    }

    /** Σ, Σx, Σx², Σx³ of so many numbers from {@code first} on, one apart: about their middle, odd powers add up to nothing. */
    private static void powers(double first, double length, double[] sums) {
        double middle = first + (length - 1) / 2;
        double squares = length * (length * length - 1) / 12;
        sums[0] = length;
        sums[1] = length * middle;
        sums[2] = length * middle * middle + squares;
        sums[3] = length * middle * middle * middle + 3 * middle * squares;
    }

    /**
     * A raw moment. Rows and columns count from the upper left pixel of the region's box ({@code moments}).
     *
     * @param p power of the rows, 0 … 3
     * @param q power of the columns, 0 … 3
     * @return M_pq in pixels^(p+q+2)
     */
    public double raw(int p, int q) {
        return raw[place(p, q)];
    }

    /**
     * A central moment: rows and columns count from the centroid ({@code moments_central}).
     *
     * @param p power of the rows, 0 … 3
     * @param q power of the columns, 0 … 3
     * @return μ_pq in pixels^(p+q+2)
     */
    public double central(int p, int q) {
        return central[place(p, q)];
    }

    /**
     * A normalised central moment, the same at every scale ({@code moments_normalized}): μ_pq / μ_00^((p+q)/2 + 1).
     *
     * @param p power of the rows, 0 … 3
     * @param q power of the columns, 0 … 3
     * @return η_pq; NaN where p + q is below 2
     */
    public double normalised(int p, int q) {
        return p + q < 2 ? Double.NaN : central(p, q) / Math.pow(central[0], (p + q) / 2.0 + 1);
    }

    private static int place(int p, int q) {
        if (p < 0 || p >= POWERS || q < 0 || q >= POWERS) {
            throw new IllegalArgumentException("powers must be 0 … 3, got " + p + " and " + q);
        }
        return p * POWERS + q;
    }

    /**
     * The mean row in the image.
     *
     * @return pixels
     */
    public double centroidRow() {
        return box.row() + raw[POWERS] / raw[0];
    }

    /**
     * The mean column in the image.
     *
     * @return pixels
     */
    public double centroidColumn() {
        return box.column() + raw[1] / raw[0];
    }

    /**
     * Hu's seven invariants, the same wherever the shape lies, however large and turned ({@code moments_hu}); mirrored, the
     * seventh changes its sign.
     *
     * @return seven numbers in Hu's order
     */
    public double[] hu() {
        double slope = normalised(3, 0) + normalised(1, 2);
        double tilt = normalised(2, 1) + normalised(0, 3);
        double bend = normalised(3, 0) - 3 * normalised(1, 2);
        double twist = 3 * normalised(2, 1) - normalised(0, 3);
        double sum = normalised(2, 0) + normalised(0, 2);
        double difference = normalised(2, 0) - normalised(0, 2);
        double both = 2 * normalised(1, 1);
        double slopeCubed = slope * (slope * slope - 3 * tilt * tilt);
        double tiltCubed = tilt * (3 * slope * slope - tilt * tilt);
        return new double[] {
            sum,
            difference * difference + both * both,
            bend * bend + twist * twist,
            slope * slope + tilt * tilt,
            bend * slopeCubed + twist * tiltCubed,
            difference * (slope * slope - tilt * tilt) + 2 * both * slope * tilt,
            twist * slopeCubed - bend * tiltCubed
        };
    }

    /**
     * The eigenvalues of the inertia tensor of a region of mass 1 ({@code inertia_tensor_eigvals}): the variances along its
     * axes.
     *
     * @return the larger, then the smaller, in pixels²
     */
    public double[] inertia() {
        Ellipse ellipse = ellipse();
        return new double[] {
            ellipse.majorAxis() * ellipse.majorAxis() / 16, ellipse.minorAxis() * ellipse.minorAxis() / 16
        };
    }

    /**
     * The ellipse with the same second moments.
     *
     * @return its axes in pixels
     */
    public Ellipse ellipse() {
        return ellipse(PixelSize.NONE);
    }

    /**
     * The ellipse with the same second moments where pixels have a size.
     *
     * @param pixel its height and width
     * @return its axes in units
     */
    public Ellipse ellipse(PixelSize pixel) {
        double area = central[0];
        return Ellipse.ofMoments(
                central(2, 0) / area * pixel.height() * pixel.height(),
                central(0, 2) / area * pixel.width() * pixel.width(),
                central(1, 1) / area * pixel.height() * pixel.width());
    }
}
