package org.vung.score.detection;

import org.vung.label.Box;

/**
 * An upright rectangle with edges anywhere, in pixels of the photo; (0, 0) is the upper left corner of the first pixel.
 *
 * @param row upper edge
 * @param column left edge
 * @param height at least 0
 * @param width at least 0
 */
public record BoundingBox(double row, double column, double height, double width) implements Extent {

    /** Checks the numbers. */
    public BoundingBox {
        if (!(height >= 0 && width >= 0 && Double.isFinite(row + column) && Double.isFinite(height * width))) {
            throw new IllegalArgumentException("box must be finite and at least 0x0, got " + height + "x" + width
                    + " at " + row + ", " + column + "; are these row, column, height and width?");
        }
    }

    /**
     * A box around whole pixels.
     *
     * @param box of pixels
     * @return the same rectangle
     */
    public static BoundingBox of(Box box) {
        return new BoundingBox(box.row(), box.column(), box.height(), box.width());
    }

    @Override
    public double area() {
        return height * width;
    }

    @Override
    public double iou(Extent truth, boolean crowd) {
        if (!(truth instanceof BoundingBox other)) {
            throw new IllegalArgumentException("extents must be of one kind, got a box beside a mask of " + truth
                    + "; score boxes and masks apart");
        }
        double shared = intersection(other);
        return shared == 0 ? 0 : shared / (crowd ? area() : area() + other.area() - shared);
    }

    private double intersection(BoundingBox other) {
        double across = Math.min(column + width, other.column + other.width) - Math.max(column, other.column);
        double down = Math.min(row + height, other.row + other.height) - Math.max(row, other.row);
        return Math.max(0, across) * Math.max(0, down);
    }

    /** Whether any area is shared. */
    boolean meets(BoundingBox other) {
        return intersection(other) > 0;
    }
}
