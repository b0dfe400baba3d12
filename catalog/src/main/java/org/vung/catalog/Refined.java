package org.vung.catalog;

import org.vung.ImageFilter;
import org.vung.Partition;
import org.vung.Segmentation;
import org.vung.Segmenter;
import org.vung.Semantic;
import org.vung.image.Image;
import org.vung.label.ConnectedRegions;
import org.vung.label.LabelMap;
import org.vung.label.SmallRegions;

/** A method whose small patches are merged into their neighbours and whose regions are split where they do not hang together. */
class Refined implements Segmenter {

    private final Segmenter method;
    private final int leastArea;
    private final boolean connected;

    private Refined(Segmenter method, int leastArea, boolean connected) {
        this.method = method;
        this.leastArea = leastArea;
        this.connected = connected;
    }

    /** The method itself where nothing is asked of its regions; a filter stays a filter. */
    static Segmenter of(Segmenter method, int leastArea, boolean connected) {
        if (leastArea <= 1 && !connected) {
            return method;
        }
        return method instanceof ImageFilter filter
                ? new Filter(method, filter, leastArea, connected)
                : new Refined(method, leastArea, connected);
    }

    @Override
    public Segmentation segment(Image image) {
        Segmentation answer = method.segment(image);
        LabelMap labels = SmallRegions.merge(answer.labels(), image, leastArea);
        if (answer instanceof Semantic semantic) {
            if (connected) {
                throw new IllegalArgumentException(
                        "connected must be false for a network, whose labels are classes, got true; leave it out");
            }
            return new Semantic(labels, semantic.classes(), semantic.findings());
        }
        return new Partition(connected ? ConnectedRegions.split(labels) : labels, answer.findings());
    }

    /** A refined method that still answers with a picture. */
    private static final class Filter extends Refined implements ImageFilter {

        private final ImageFilter filter;

        Filter(Segmenter method, ImageFilter filter, int leastArea, boolean connected) {
            super(method, leastArea, connected);
            this.filter = filter;
        }

        @Override
        public Image filter(Image image) {
            return filter.filter(image);
        }
    }
}
