package org.vung;

import java.util.List;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;

/**
 * A named class for every pixel.
 *
 * @param labels the class of each pixel, an index into {@code classes}
 * @param classes in the order of their labels
 * @param findings what the method reports about its choice
 */
public record Semantic(LabelMap labels, List<LabelClass> classes, Findings findings) implements Segmentation {

    /** Copies the list and checks that every label has its class. */
    public Semantic {
        classes = List.copyOf(classes);
        if (labels.count() > classes.size()) {
            throw new IllegalArgumentException(
                    "classes must be at least " + labels.count() + " for these labels, got " + classes.size());
        }
    }
}
