package org.vung.measure.scene;

import java.util.List;
import org.vung.measure.Region;
import org.vung.measure.intensity.Intensity;
import org.vung.measure.shape.ConvexHull;

/**
 * A region with all that is measured of it; {@link Property} reads it.
 *
 * @param id its label, or its number among connected parts from 1
 * @param category index of its class
 * @param name of its class
 * @param region area, place, ellipse
 * @param hull the convex hull
 * @param eulerNumber parts less holes
 * @param croftonPerimeter in pixels
 * @param channels how bright it is in each channel of the photo; empty without one
 */
public record MeasuredRegion(
        int id,
        int category,
        String name,
        Region region,
        ConvexHull hull,
        int eulerNumber,
        double croftonPerimeter,
        List<Intensity> channels) {

    /** Copies the channels. */
    public MeasuredRegion {
        channels = List.copyOf(channels);
    }

    /**
     * Where it is.
     *
     * @return its number and box
     */
    public Place place() {
        return new Place(Place.Kind.REGION, Integer.toString(id), region.box());
    }
}
