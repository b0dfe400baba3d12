package org.vung.nets.model.rcnn;

import java.util.List;
import java.util.Objects;
import org.vung.nets.graph.Graph;
import org.vung.nets.weights.KeyMap;

/** The parts of a graph that {@link Rcnn} built, each a graph of one input that runs by itself. */
public final class RcnnParts {

    private RcnnParts() {}

    /**
     * The part that makes maps of an image.
     *
     * @param graph of an R-CNN
     * @return image → {@code level0}, {@code level1} …, from the finest on
     */
    public static Graph backbone(Graph graph) {
        return graph.only(graph.outputs().keySet().stream()
                .filter(answer -> answer.startsWith("level"))
                .toArray(String[]::new));
    }

    /**
     * The part that says of each anchor whether an object is there and where.
     *
     * @param graph of an R-CNN
     * @return level → {@code objectness} [A, H, W] as logits, {@code shifts} [4A, H, W]
     */
    public static Graph proposals(Graph graph) {
        return graph.only("objectness", "shifts");
    }

    /**
     * The part that says what is in a region and where.
     *
     * @param graph of an R-CNN
     * @return region → {@code scores} [K, 1, 1] as logits, {@code boxes} [4K, 1, 1]
     */
    public static Graph boxes(Graph graph) {
        return graph.only("scores", "boxes");
    }

    /**
     * The part that draws the object of a region.
     *
     * @param graph of a Mask R-CNN
     * @return region → {@code masks} [K, 28, 28] as logits
     */
    public static Graph masks(Graph graph) {
        return graph.only("masks");
    }

    /**
     * Whether it has a mask head.
     *
     * @param graph of an R-CNN
     * @return true for Mask R-CNN
     */
    public static boolean hasMasks(Graph graph) {
        return graph.outputs().containsKey("masks");
    }

    /**
     * How many classes it tells apart.
     *
     * @param graph of an R-CNN
     * @return with the background
     */
    public static int classes(Graph graph) {
        return Objects.requireNonNull(graph.shapes().get(graph.outputs().get("scores")))
                .channels();
    }

    /**
     * Whether a graph is one of this class.
     *
     * @param graph any
     * @return true where it has the parts
     */
    public static boolean is(Graph graph) {
        return graph.outputs().keySet().containsAll(List.of("level0", "objectness", "shifts", "scores", "boxes"));
    }

    /**
     * What torchvision called the numbers before its version 0.13; those that it has published since 2019 still have these names.
     *
     * @return rules that leave newer names as they are
     */
    public static KeyMap olderNames() {
        KeyMap rules = KeyMap.none()
                .replacing("^(backbone\\.fpn\\.(?:inner|layer)_blocks\\.\\d+)\\.(weight|bias)$", "$1.0.$2")
                .replacing("^rpn\\.head\\.conv\\.(weight|bias)$", "rpn.head.conv.0.0.$1");
        for (int layer = 0; layer < Rcnn.MASK_LAYERS; layer++) {
            rules = rules.replacing(
                    "^roi_heads\\.mask_head\\.mask_fcn" + (layer + 1) + "\\.", "roi_heads.mask_head." + layer + ".0.");
        }
        return rules;
    }
}
