package org.vung.nets.diagram;

import java.util.List;
import java.util.Map;

/**
 * Boxes and the arrows between them.
 *
 * @param title above the drawing
 * @param caption under the title
 * @param boxes each after all it takes from
 * @param arrows in the order in which boxes take
 * @param frames around boxes that stand for several runs
 * @param outputs what an answer is called → the box that gives it
 */
public record Diagram(
        String title,
        String caption,
        List<Box> boxes,
        List<Arrow> arrows,
        List<Frame> frames,
        Map<String, String> outputs) {

    /** Copies the lists. */
    public Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        frames = List.copyOf(frames);
    }

    /**
     * The same with equal runs drawn once, and with what belongs together in one box.
     *
     * @return a diagram of as few boxes or fewer
     */
    public Diagram folded() {
        return new Stacks(new Repeats(this).folded()).stacked();
    }
}
