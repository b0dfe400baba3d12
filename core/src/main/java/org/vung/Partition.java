package org.vung;

import org.vung.label.LabelMap;

/**
 * Regions without names: clusters, superpixels, or background and foreground.
 *
 * @param labels a region per pixel
 * @param findings what the method reports about its choice
 */
public record Partition(LabelMap labels, Findings findings) implements Segmentation {

    /**
     * A partition with nothing to report.
     *
     * @param labels a region per pixel
     */
    public Partition(LabelMap labels) {
        this(labels, Findings.none());
    }
}
