package org.vung.measure.shape;

import java.util.Arrays;
import org.vung.label.Box;
import org.vung.measure.LabelRuns;
import org.vung.measure.PixelSize;

/**
 * The convex hull of a region in pixels: every pixel whose middle lies within the smallest convex polygon around the middles
 * of the region's pixel edges, as scikit-image's {@code convex_hull_image} has it. Immutable.
 */
public final class ConvexHull {

    private final int regionArea;
    private final int area;
    /** Corners of the polygon around the hull's pixels, one after the other: row, column, in half pixels. */
    private final double[] corners;

    private ConvexHull(int regionArea, int area, double[] corners) {
        this.regionArea = regionArea;
        this.area = area;
        this.corners = corners;
    }

    static ConvexHull of(LabelRuns runs, int label) {
        Box box = runs.box(label);
        int[] left = new int[box.height()];
        int[] mirroredRight = new int[box.height()];
        Arrays.fill(left, HullSide.NONE);
        Arrays.fill(mirroredRight, HullSide.NONE);
        for (int run = runs.from(label); run < runs.to(label); run++) {
            int row = runs.row(run) - box.row();
            left[row] = Math.min(left[row], runs.start(run) - box.column());
            mirroredRight[row] = Math.min(mirroredRight[row], box.column() - runs.end(run) + 1);
        }
        int[] hullLeft = HullSide.around(left).firstColumns();
        int[] hullRight = HullSide.around(mirroredRight).firstColumns();
        int area = 0;
        for (int row = 0; row < hullLeft.length; row++) {
            area += 1 - hullRight[row] - hullLeft[row];
        }
        double[] corners = polygon(HullSide.around(hullLeft), HullSide.around(hullRight));
        return new ConvexHull(runs.area(label), area, corners);
    }

    /** Down the left side and up the right one. */
    private static double[] polygon(HullSide left, HullSide mirroredRight) {
        double[] corners = new double[2 * (left.corners() + mirroredRight.corners())];
        int at = 0;
        for (int corner = 0; corner < left.corners(); corner++) {
            corners[at++] = left.row(corner);
            corners[at++] = left.column(corner);
        }
        for (int corner = mirroredRight.corners() - 1; corner >= 0; corner--) {
            corners[at++] = mirroredRight.row(corner);
            corners[at++] = -mirroredRight.column(corner);
        }
        return corners;
    }

    /**
     * Pixels of the hull ({@code area_convex}).
     *
     * @return at least the region's area
     */
    public int area() {
        return area;
    }

    /**
     * How much of its hull the region fills.
     *
     * @return above 0 up to 1, which is convex
     */
    public double solidity() {
        return (double) regionArea / area;
    }

    /**
     * The largest and the least width of the hull.
     *
     * @return both in pixels
     */
    public Feret feret() {
        return feret(PixelSize.NONE);
    }

    /**
     * The largest and the least width of the hull where pixels have a size.
     *
     * @param pixel its height and width
     * @return both in units
     */
    public Feret feret(PixelSize pixel) {
        double[] rows = new double[corners.length / 2];
        double[] columns = new double[corners.length / 2];
        for (int corner = 0; corner < rows.length; corner++) {
            rows[corner] = corners[2 * corner] / 2 * pixel.height();
            columns[corner] = corners[2 * corner + 1] / 2 * pixel.width();
        }
        return Feret.of(rows, columns);
    }
}
