package org.vung.score.detection;

/**
 * An object as people marked it.
 *
 * @param category its class, at least 0; what nobody can name belongs to no class and is left out
 * @param extent where it is
 * @param crowd whether it is many objects that nobody told apart: detections inside neither count as right nor as wrong
 * @param area in pixels by the word of the annotation, which need not be that of the extent, at least 0; tells small objects from
 *     large ones
 */
public record GroundTruth(int category, Extent extent, boolean crowd, double area) {

    /** Checks the numbers. */
    public GroundTruth {
        if (category < 0) {
            throw new IllegalArgumentException(
                    "category must be at least 0, got " + category + "; leave out what is of no class");
        }
        if (!(area >= 0 && Double.isFinite(area))) {
            throw new IllegalArgumentException("area must be finite and at least 0, got " + area);
        }
    }

    /**
     * One object whose area is that of its extent.
     *
     * @param category its class, at least 0
     * @param extent where it is
     * @return no crowd
     */
    public static GroundTruth of(int category, Extent extent) {
        return new GroundTruth(category, extent, false, extent.area());
    }
}
