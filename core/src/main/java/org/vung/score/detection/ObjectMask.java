package org.vung.score.detection;

import org.vung.mask.RunLengths;

/** The pixels of one object, its area and the box around them taken once. Immutable. */
public final class ObjectMask implements Extent {

    private static final BoundingBox NOWHERE = new BoundingBox(0, 0, 0, 0);

    private final RunLengths pixels;
    private final double area;
    private final BoundingBox box;

    /**
     * Takes the pixels as they are.
     *
     * @param pixels of the object, in the frame of the photo
     */
    public ObjectMask(RunLengths pixels) {
        this.pixels = pixels;
        this.area = pixels.area();
        this.box = pixels.box().map(BoundingBox::of).orElse(NOWHERE);
    }

    /**
     * The pixels.
     *
     * @return run lengths
     */
    public RunLengths pixels() {
        return pixels;
    }

    @Override
    public double area() {
        return area;
    }

    @Override
    public double iou(Extent truth, boolean crowd) {
        if (!(truth instanceof ObjectMask other)) {
            throw new IllegalArgumentException(
                    "extents must be of one kind, got a mask beside " + truth + "; score boxes and masks apart");
        }
        if (!pixels.size().equals(other.pixels.size())) {
            throw new IllegalArgumentException("masks must have the size of the truth " + other.pixels.size() + ", got "
                    + pixels.size() + "; the mask is of another image or not yet brought back to its size");
        }
        return box.meets(other.box) ? pixels.iou(other.pixels, crowd) : 0; // most do not meet
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectMask that && pixels.equals(that.pixels);
    }

    @Override
    public int hashCode() {
        return pixels.hashCode();
    }

    @Override
    public String toString() {
        return pixels.toString();
    }
}
