package org.vung.torch.rcnn.roi;

import org.vung.mask.RunLengths;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.box.Boxes;

/** What the mask head is to draw: masks of objects cut out and brought to its size by RoIAlign, soft at their edges. */
public final class MaskTargets {

    private MaskTargets() {}

    /**
     * Cuts masks.
     *
     * @param mask of an object, in the frame of the image that the network sees
     * @param boxes regions in pixels
     * @param side numbers along each axis, such as 28
     * @return 0 … 1 for each number, region by region, row by row [R, side, side]
     */
    public static float[] of(RunLengths mask, Boxes boxes, int side) {
        Extent size = new Extent(mask.size().height(), mask.size().width());
        Samples samples = Samples.of(boxes, new long[boxes.count()], size, 1, new Grid(side, 0, false));
        boolean[] pixels = mask.pixels();
        long[] places = samples.places();
        float[] weights = samples.weights();
        long[] starts = samples.starts();
        float[] targets = new float[boxes.count() * side * side];
        for (int bin = 0; bin < targets.length; bin++) {
            for (int at = (int) starts[bin]; at < starts[bin + 1]; at++) {
                targets[bin] += pixels[(int) places[at]] ? weights[at] : 0;
            }
        }
        return targets;
    }
}
