package org.vung.label;

import org.vung.grid.Components;
import org.vung.grid.Neighbourhood;

/** Splits regions into their connected components. */
public final class ConnectedRegions {

    private ConnectedRegions() {}

    /**
     * Gives every connected component a label of its own; components touch along pixel edges.
     *
     * @param labels a region per pixel
     * @return components 0, 1, 2 … in the order of their first pixels, row by row
     */
    public static LabelMap split(LabelMap labels) {
        return split(labels, Neighbourhood.FOUR);
    }

    /**
     * Gives every connected component a label of its own.
     *
     * @param labels a region per pixel
     * @param neighbourhood which pixels touch
     * @return components 0, 1, 2 … in the order of their first pixels, row by row
     */
    public static LabelMap split(LabelMap labels, Neighbourhood neighbourhood) {
        int height = labels.size().height();
        int width = labels.size().width();
        return LabelMap.wrap(labels.size(), Components.label(labels.sharedLabels(), height, width, neighbourhood));
    }
}
