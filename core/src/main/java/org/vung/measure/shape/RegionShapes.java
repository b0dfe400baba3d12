package org.vung.measure.shape;

import java.util.List;
import java.util.stream.IntStream;
import org.vung.label.LabelMap;
import org.vung.measure.LabelRuns;

/**
 * The shapes of all regions of a label map. Making them costs a pass over the image; what is asked of one is measured when
 * it is asked, from the region's own runs: {@code RegionShapes.of(labels).parallelStream().map(RegionShape::moments)} works
 * on all cores.
 */
public final class RegionShapes {

    private RegionShapes() {}

    /**
     * Prepares the shapes of all regions.
     *
     * @param labels a region per pixel
     * @return the regions that have pixels, in the order of their labels
     */
    public static List<RegionShape> of(LabelMap labels) {
        LabelRuns runs = LabelRuns.of(labels);
        return IntStream.range(0, runs.count())
                .filter(label -> !runs.isEmpty(label))
                .mapToObj(label -> new RegionShape(runs, label))
                .toList();
    }
}
