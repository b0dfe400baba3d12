package org.vung.torch.rcnn;

import java.util.List;
import org.vung.mask.RunLengths;
import org.vung.torch.rcnn.box.Boxes;

/**
 * The objects of one image that a step learns from.
 *
 * @param boxes in pixels that the network sees, each with an area
 * @param classes as many, from 1 on; 0 is background
 * @param masks as many in the frame of the image that the network sees, or none for a network without masks
 */
public record Targets(Boxes boxes, List<Integer> classes, List<RunLengths> masks) {

    /** Checks the boxes, of which one without an area makes every number of a step NaN. */
    public Targets {
        classes = List.copyOf(classes);
        masks = List.copyOf(masks);
        if (classes.size() != boxes.count() || !(masks.isEmpty() || masks.size() == boxes.count())) {
            throw new IllegalArgumentException("an image must have as many classes and masks as boxes, got "
                    + boxes.count() + " boxes, " + classes.size() + " classes and " + masks.size() + " masks");
        }
        for (int box = 0; box < boxes.count(); box++) {
            if (!(boxes.width(box) > 0 && boxes.height(box) > 0 && Float.isFinite(boxes.area(box)))) {
                throw new IllegalArgumentException(
                        "boxes must have a width and a height, got " + boxes.width(box) + " x " + boxes.height(box)
                                + " at place " + box + "; leave the object away ('vung data check' finds such)");
            }
            if (classes.get(box) < 1) {
                throw new IllegalArgumentException("classes of objects must be at least 1, since 0 is background, got "
                        + classes.get(box) + " at place " + box);
            }
        }
    }

    /** An image without objects. */
    static Targets none() {
        return new Targets(Boxes.NONE, List.of(), List.of());
    }
}
