package org.vung.torch.rcnn.roi;

/**
 * How RoIAlign lays its samples.
 *
 * @param side bins along each axis
 * @param samples in a bin along each axis; 0 for as many as make them about a place of the map apart
 * @param centred whether a place of the map stands for its middle, so that coordinates are moved by half a place: detectron2's way, and
 *     what the image's pixels mean; torchvision's is not to
 */
public record Grid(int side, int samples, boolean centred) {

    /** Checks the numbers. */
    public Grid {
        if (side < 1 || samples < 0) {
            throw new IllegalArgumentException(
                    "a grid must have at least 1 bin and 0 samples a side, got " + side + " and " + samples);
        }
    }

    /**
     * Two samples a side, places as they are: torchvision's.
     *
     * @param side bins along each axis
     * @return the grid
     */
    public static Grid of(int side) {
        return new Grid(side, 2, false);
    }

    /**
     * Bins of a region.
     *
     * @return side times side
     */
    public int bins() {
        return side * side;
    }
}
