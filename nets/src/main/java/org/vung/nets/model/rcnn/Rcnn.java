package org.vung.nets.model.rcnn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vung.nets.graph.Graph;
import org.vung.nets.graph.GraphBuilder;
import org.vung.nets.layer.AdaptiveAveragePool;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Flatten;
import org.vung.nets.layer.Linear;
import org.vung.nets.layer.Shape;
import org.vung.nets.layer.Start;
import org.vung.nets.layer.TransposedConvolution;
import org.vung.nets.model.backbone.ResNet;

/**
 * Mask R-CNN (He et al. 2017, arXiv:1703.06870), and Faster R-CNN (Ren et al. 2015, arXiv:1506.01497), which is the same without its
 * mask branch. The parts stand side by side in one graph, each with an input of its own, and run by themselves:
 *
 * <pre>
 * image  [3, H, W]     → level0 … levelN           the backbone, at strides 4 … 64, or 16 alone
 * level  [C, H', W']   → objectness, shifts        the proposals' head, for each level in turn
 * region [C, 7, 7]     → scores, boxes             the box head, for each proposal
 * mask   [C, 14, 14]   → masks [K, 28, 28]         the mask head, for each box that is left
 * </pre>
 *
 * What happens between the parts (anchors, choice of proposals, RoIAlign, losses) has no numbers to learn and is not in the graph.
 *
 * <p>With a pyramid, as torchvision has it, names of the numbers included; without, the paper's C4: the heads share the ResNet's fourth
 * layer, which looks at regions of 14 × 14.
 */
public final class Rcnn {

    /** Side of the maps that the box head is given, with a pyramid. */
    public static final int REGION = 7;

    /** Side of the maps that the mask head is given, and the box head of C4. */
    public static final int MASK_REGION = 14;

    static final int MASK_LAYERS = 4;
    private static final String REGIONS = "region";
    private static final String MASK_REGIONS = "mask";

    /** Where the heads get their maps from. */
    public enum Neck {
        /** A feature pyramid on the backbone's layers 1 … 4. */
        FPN,
        /** The backbone's third layer; the fourth is in the heads. */
        C4
    }

    /**
     * What is built.
     *
     * @param backbone whose layers are taken
     * @param neck what stands on them
     * @param classes that objects may have, background included; it is the first
     * @param masks whether there is a mask head
     * @param anchors at each place of a level
     * @param widths how many channels there are
     * @param frozen whether the backbone's norms are, as in torchvision's trained networks; one that learns from nothing needs them live
     */
    public record Options(
            ResNet backbone, Neck neck, int classes, boolean masks, int anchors, Widths widths, boolean frozen) {

        /** Checks the numbers. */
        public Options {
            if (classes < 2) {
                throw new IllegalArgumentException(
                        "classes must be at least 2, background and one more, got " + classes);
            }
            if (anchors < 1) {
                throw new IllegalArgumentException("anchors must be at least 1 a place, got " + anchors);
            }
        }

        /**
         * The usual widths, three anchors a place, or fifteen on one level, and frozen norms.
         *
         * @param backbone whose layers are taken
         * @param neck what stands on them
         * @param classes background included
         * @param masks whether there is a mask head
         * @return the options
         */
        public static Options of(ResNet backbone, Neck neck, int classes, boolean masks) {
            return new Options(backbone, neck, classes, masks, neck == Neck.FPN ? 3 : 15, Widths.PAPER, true);
        }

        /**
         * Other widths.
         *
         * @param other how many channels there are
         * @return a copy
         */
        public Options withWidths(Widths other) {
            return new Options(backbone, neck, classes, masks, anchors, other, frozen);
        }

        /**
         * Another number of anchors.
         *
         * @param count at each place of a level
         * @return a copy
         */
        public Options withAnchors(int count) {
            return new Options(backbone, neck, classes, masks, count, widths, frozen);
        }

        /**
         * Norms that learn.
         *
         * @return a copy
         */
        public Options withLiveNorms() {
            return new Options(backbone, neck, classes, masks, anchors, widths, false);
        }

        ResNet.Trunk trunk() {
            return ResNet.Trunk.WHOLE
                    .withLevels(neck == Neck.FPN ? 5 : 4)
                    .withWidth(widths.backbone)
                    .withFrozenNorms(frozen);
        }
    }

    /**
     * How many channels there are.
     *
     * @param backbone maps of its stem
     * @param pyramid channels of every level, and of the mask head
     * @param hidden numbers in the box head
     */
    public record Widths(int backbone, int pyramid, int hidden) {

        /** Those of the papers. */
        public static final Widths PAPER = new Widths(ResNet.WIDTH, 256, 1024);

        /**
         * Those of the papers, all of them narrower or wider by one factor.
         *
         * @param backbone maps of the stem, 64 in the papers
         * @return the widths
         */
        public static Widths of(int backbone) {
            return new Widths(backbone, 4 * backbone, 16 * backbone);
        }

        /** Checks the numbers. */
        public Widths {
            if (backbone < 1 || pyramid < 1 || hidden < 1) {
                throw new IllegalArgumentException(
                        "widths must be at least 1, got " + backbone + ", " + pyramid + " and " + hidden);
            }
        }
    }

    private final GraphBuilder net;
    private final Options options;

    private Rcnn(GraphBuilder net, Options options) {
        this.net = net;
        this.options = options;
    }

    /**
     * Builds the graph.
     *
     * @param name of the network
     * @param options what is built
     * @param size nominal height and width of the image, which has three channels
     * @return the parts side by side
     */
    public static Graph of(String name, Options options, Extent size) {
        return of(name, options, new Shape(3, size.rows(), size.columns()));
    }

    /**
     * Builds the graph for images of any number of channels.
     *
     * @param name of the network
     * @param options what is built
     * @param image channels, nominal height and width
     * @return the parts side by side
     */
    public static Graph of(String name, Options options, Shape image) {
        Rcnn parts = new Rcnn(Graph.builder(name), options);
        List<String> levels = parts.backbone(image);
        parts.proposals(parts.net.shape(levels.get(0)));
        if (options.neck == Neck.FPN) {
            parts.pyramidHeads();
        } else {
            parts.sharedHeads();
        }
        return parts.net.build();
    }

    private List<String> backbone(Shape image) {
        List<String> stages =
                options.backbone.stages(net, "backbone.body.", net.input("image", image), options.trunk());
        List<String> maps = options.neck == Neck.FPN
                ? Pyramid.on(net, "backbone.fpn", stages.subList(1, 5), options.widths.pyramid)
                : stages.subList(3, 4);
        IntStream.range(0, maps.size()).forEach(level -> net.output("level" + level, maps.get(level)));
        return new ArrayList<>(maps);
    }

    /** A 3×3 convolution, then two of 1×1: the proposals' head of Faster R-CNN. */
    private void proposals(Shape level) {
        int channels = level.channels();
        String map = net.input("level", level);
        String seen = net.relu(
                "rpn.head.conv.0.1",
                net.add(
                        "rpn.head.conv.0.0",
                        slight(Convolution.of(channels, channels, 3).withPadding(1)),
                        map));
        net.output(
                "objectness",
                net.add("rpn.head.cls_logits", slight(Convolution.of(channels, options.anchors, 1)), seen));
        net.output(
                "shifts",
                net.add("rpn.head.bbox_pred", slight(Convolution.of(channels, 4 * options.anchors, 1)), seen));
    }

    private void pyramidHeads() {
        int width = options.widths.pyramid;
        String region = net.input(REGIONS, new Shape(width, REGION, REGION));
        String flat = net.add("roi_heads.box_head.flatten", new Flatten(), region);
        String hidden = hidden("roi_heads.box_head.fc6", flat);
        predictor(hidden("roi_heads.box_head.fc7", hidden));
        if (options.masks) {
            String seen = net.input(MASK_REGIONS, new Shape(width, MASK_REGION, MASK_REGION));
            for (int layer = 0; layer < MASK_LAYERS; layer++) {
                String name = "roi_heads.mask_head." + layer;
                seen = net.relu(
                        name + ".1",
                        net.add(name + ".0", Convolution.of(width, width, 3).withPadding(1), seen));
            }
            drawing(seen);
        }
    }

    private String hidden(String name, String input) {
        return net.relu(
                name + ".relu", net.add(name, new Linear(net.channels(input), options.widths.hidden, true), input));
    }

    /** C4: the fourth layer sees regions, for the boxes and for the masks. */
    private void sharedHeads() {
        int width = options.widths.backbone;
        Shape shape = new Shape(options.backbone.channels(3, width), MASK_REGION, MASK_REGION);
        String region = net.input(REGIONS, shape);
        String seen = options.backbone.lastLayer(net, "roi_heads.res5", region, options.trunk());
        predictor(net.add("roi_heads.avgpool", AdaptiveAveragePool.global(), seen));
        if (options.masks) {
            drawing(seen);
        }
    }

    private void predictor(String seen) {
        int channels = net.channels(seen);
        net.output(
                "scores",
                net.add(
                        "roi_heads.box_predictor.cls_score",
                        slight(new Linear(channels, options.classes, true)),
                        seen));
        net.output(
                "boxes",
                net.add(
                        "roi_heads.box_predictor.bbox_pred",
                        slight(new Linear(channels, 4 * options.classes, true)),
                        seen));
    }

    /** Twice the resolution, and a mask for every class. */
    private void drawing(String seen) {
        int width = options.widths.pyramid;
        String enlarged = net.relu(
                "roi_heads.mask_predictor.relu",
                net.add(
                        "roi_heads.mask_predictor.conv5_mask",
                        TransposedConvolution.of(net.channels(seen), width, 2, 2),
                        seen));
        net.output(
                "masks",
                net.add(
                        "roi_heads.mask_predictor.mask_fcn_logits",
                        Convolution.of(width, options.classes, 1),
                        enlarged));
    }

    private static Convolution slight(Convolution layer) {
        return layer.withStart(Start.SLIGHT);
    }

    private static Linear slight(Linear layer) {
        return layer.withStart(Start.SLIGHT);
    }
}
