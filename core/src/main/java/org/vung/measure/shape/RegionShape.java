package org.vung.measure.shape;

import org.vung.label.Box;
import org.vung.measure.LabelRuns;

/**
 * One region's shape. Every method measures anew, in time that grows with the region's rows; keep its answer. Numbers are
 * those of scikit-image's {@code regionprops}. Immutable and safe to share between threads.
 */
public final class RegionShape {

    private final LabelRuns runs;
    private final int label;

    RegionShape(LabelRuns runs, int label) {
        this.runs = runs;
        this.label = label;
    }

    /**
     * The region's label.
     *
     * @return 0 or more
     */
    public int label() {
        return label;
    }

    /**
     * The region's area.
     *
     * @return pixels, at least 1
     */
    public int area() {
        return runs.area(label);
    }

    /**
     * The smallest upright rectangle around the region.
     *
     * @return the box
     */
    public Box box() {
        return runs.box(label);
    }

    /**
     * Moments up to the third power of rows and columns, and what follows from them.
     *
     * @return the moments
     */
    public Moments moments() {
        return Moments.of(runs, label);
    }

    /**
     * Parts less holes, where pixels that touch by a corner belong to one part ({@code euler_number}).
     *
     * @return 1 for a region in one piece without a hole, 0 for a ring
     */
    public int eulerNumber() {
        return Quads.of(runs, label).eulerNumber();
    }

    /**
     * Length of the border by Crofton's formula in four directions ({@code perimeter_crofton}). It is defined on square
     * pixels: {@link org.vung.measure.PixelSize#length} has it in units, and NaN on others.
     *
     * @return pixels; that of a disc is close to its circumference
     */
    public double croftonPerimeter() {
        return Quads.of(runs, label).croftonPerimeter();
    }

    /**
     * The convex hull, and what follows from it: convex area, solidity, Feret diameters.
     *
     * @return the hull
     */
    public ConvexHull convexHull() {
        return ConvexHull.of(runs, label);
    }
}
