package org.vung.classic.localthreshold;

import org.vung.Partition;
import org.vung.grid.RowBands;
import org.vung.image.Image;
import org.vung.label.LabelMap;

/** Labels from a threshold per pixel. */
final class LocalCut {

    private LocalCut() {}

    /** Label 1 above the threshold, else 0. */
    static Partition partition(Image grey, double[] thresholds) {
        int[] labels = new int[thresholds.length];
        int width = grey.width();
        RowBands.forEach(grey.height(), (from, to) -> {
            for (int at = from * width; at < to * width; at++) {
                labels[at] = grey.sample(at / width, at % width, 0) > thresholds[at] ? 1 : 0;
            }
        });
        return new Partition(LabelMap.wrap(grey.size(), labels));
    }
}
