package org.vung.torch.rcnn;

import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.upsample_bilinear2d;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.image.Image;
import org.vung.mask.RunLengths;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.box.Boxes;
import org.vung.torch.rcnn.roi.Grid;
import org.vung.torch.rcnn.roi.Levels;
import org.vung.torch.rcnn.roi.Pasting;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;
import org.vung.torch.run.Tensors;

/**
 * Faster or Mask R-CNN at work: transform, backbone, proposals, heads, as the figure of Mask R-CNN has them (He et al. 2017,
 * arXiv:1703.06870). Safe to share between threads; holds native memory until closed.
 */
public final class Detector implements AutoCloseable {

    private final Options options;
    private final Network backbone;
    private final Network proposals;
    private final Network boxes;
    private final @Nullable Network masks;
    private final Levels levels;

    /**
     * What is not learned.
     *
     * @param preprocessing of the samples, before resizing
     * @param resizing to the size that the network sees
     * @param anchors that proposals start from, as many levels as the network has
     * @param proposing how proposals are chosen
     * @param detecting which objects are told of
     * @param pasting how masks are laid into the image
     */
    public record Options(
            Preprocessing preprocessing,
            Resizing resizing,
            Anchors anchors,
            Proposing proposing,
            Detecting detecting,
            Pasting pasting) {

        /**
         * torchvision's for a pyramid.
         *
         * @return anchors of 32 … 512 pixels
         */
        public static Options usual() {
            return new Options(
                    Preprocessing.imageNet(),
                    Resizing.USUAL,
                    Anchors.doubling(32, 5),
                    Proposing.USED,
                    Detecting.USUAL,
                    Pasting.USUAL);
        }
    }

    /**
     * An object that was found.
     *
     * @param category class, from 1 on; 0 is background
     * @param score probability of the class
     * @param row upper edge of its box, in pixels of the image
     * @param column left edge
     * @param height of the box
     * @param width of the box
     * @param mask its pixels, null from a network without masks
     */
    public record Detection(
            int category,
            float score,
            float row,
            float column,
            float height,
            float width,
            @Nullable RunLengths mask) {}

    /**
     * Makes a network ready.
     *
     * @param graph as {@link Rcnn} builds it
     * @param numbers of its parameters
     * @param options what is not learned
     * @param precision of the products
     */
    public Detector(Graph graph, Numbers numbers, Options options, Precision precision) {
        this.options = options;
        Graph trunk = RcnnParts.backbone(graph);
        int count = trunk.outputs().size();
        if (options.anchors.levels().size() != count) {
            throw new IllegalArgumentException("anchors must be for the " + count + " levels of " + graph.name()
                    + ", got " + options.anchors.levels().size());
        }
        levels = Levels.ofBackbone(count);
        List<Network> opened = new ArrayList<>();
        try {
            for (Graph part : parts(graph)) {
                opened.add(Network.of(part, numbers, precision));
            }
        } catch (RuntimeException refused) {
            opened.forEach(Network::close);
            throw refused;
        }
        backbone = opened.get(0);
        proposals = opened.get(1);
        boxes = opened.get(2);
        masks = opened.size() > 3 ? opened.get(3) : null;
    }

    private static List<Graph> parts(Graph graph) {
        List<Graph> parts =
                new ArrayList<>(List.of(RcnnParts.backbone(graph), RcnnParts.proposals(graph), RcnnParts.boxes(graph)));
        if (RcnnParts.hasMasks(graph)) {
            parts.add(RcnnParts.masks(graph));
        }
        return parts;
    }

    /**
     * Finds objects.
     *
     * @param image grey or RGB, any size and sample type
     * @return objects, the surest first
     */
    public List<Detection> detect(Image image) {
        Extent seen = options.resizing.of(image.size());
        return backbone.within(() -> {
            List<Tensor> maps = maps(transformed(image, seen)); // [1, C, H/4, W/4] …
            Boxes proposed = proposed(maps, seen);
            Detecting.Found found = found(maps, proposed, seen);
            return pasted(found, drawn(maps, found), image, seen);
        });
    }

    /** [1, 3, H, W], zeros below and to the right. */
    private Tensor transformed(Image image, Extent seen) {
        float[] samples = options.preprocessing.of(options.preprocessing.contrasted(image));
        Tensor input = Tensor.create(
                        samples,
                        1,
                        image.height(),
                        image.width(),
                        samples.length / image.size().pixels())
                .permute(0, 3, 1, 2);
        DoubleOptional unset = new DoubleOptional();
        Tensor resized = upsample_bilinear2d(input, new long[] {seen.rows(), seen.columns()}, false, unset, unset);
        Extent filled = options.resizing.filled(List.of(seen));
        return constant_pad_nd(resized, 0, filled.columns() - seen.columns(), 0, filled.rows() - seen.rows())
                .contiguous(torch.MemoryFormat.ChannelsLast);
    }

    private List<Tensor> maps(Tensor input) {
        List<Tensor> maps = new ArrayList<>();
        backbone.answers(input).forEach((answer, map) -> maps.add(map));
        return maps;
    }

    private Boxes proposed(List<Tensor> maps, Extent seen) {
        List<Extent> sizes = maps.stream().map(Tensors::size).toList();
        List<Boxes> anchors = options.anchors.of(sizes, options.resizing.filled(List.of(seen)));
        List<Proposing.Level> said = new ArrayList<>();
        for (int level = 0; level < maps.size(); level++) {
            List<Tensor> answers =
                    List.copyOf(proposals.answers(maps.get(level)).values());
            said.add(new Proposing.Level(
                    anchors.get(level), placeByPlace(answers.get(0)), placeByPlace(answers.get(1))));
        }
        return options.proposing.of(said, seen);
    }

    /** [1, C, H, W] → [H · W · C]. */
    private static float[] placeByPlace(Tensor map) {
        return Tensors.toFloats(map.permute(0, 2, 3, 1));
    }

    private Detecting.Found found(List<Tensor> maps, Boxes proposed, Extent seen) {
        if (proposed.count() == 0) {
            return options.detecting.of(proposed, new float[0], new float[0], seen);
        }
        List<Tensor> answers =
                List.copyOf(boxes.answers(regions(maps, proposed, boxes)).values());
        float[] probabilities = Tensors.toFloats(
                answers.get(0).to(torch.ScalarType.Float).flatten(1, 3).softmax(1)); // [R, K]
        return options.detecting.of(proposed, probabilities, Tensors.toFloats(answers.get(1)), seen);
    }

    /** [R, C, side, side] for a head. */
    private Tensor regions(List<Tensor> maps, Boxes where, Network head) {
        int side = head.graph().input().height();
        return levels.regions(maps, where, new int[where.count()], Grid.of(side));
    }

    /** Probabilities [D, side, side] of the class of each object; nothing from a network without masks. */
    private float[] drawn(List<Tensor> maps, Detecting.Found found) {
        int count = found.classes().length;
        if (masks == null || count == 0) {
            return new float[0];
        }
        Tensor logits = masks.answers(regions(maps, found.boxes(), masks))
                .values()
                .iterator()
                .next(); // [D, K, 28, 28]
        long classes = logits.size(1);
        long[] own = IntStream.range(0, count)
                .mapToLong(at -> at * classes + found.classes()[at])
                .toArray();
        return Tensors.toFloats(logits.to(torch.ScalarType.Float)
                .flatten(0, 1)
                .index_select(0, Tensor.create(own))
                .sigmoid());
    }

    private List<Detection> pasted(Detecting.Found found, float[] drawn, Image image, Extent seen) {
        int count = found.classes().length;
        Boxes own = found.boxes().scaled((float) image.width() / seen.columns(), (float) image.height() / seen.rows());
        int numbers = count == 0 ? 0 : drawn.length / count;
        int side = (int) Math.round(Math.sqrt(numbers));
        List<Detection> detections = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            float[] mask = Arrays.copyOfRange(drawn, at * numbers, (at + 1) * numbers);
            detections.add(new Detection(
                    found.classes()[at],
                    found.scores()[at],
                    own.top(at),
                    own.left(at),
                    own.height(at),
                    own.width(at),
                    side == 0 ? null : options.pasting.of(mask, side, own, at, image.size())));
        }
        return Collections.unmodifiableList(detections);
    }

    @Override
    public void close() {
        backbone.close();
        proposals.close();
        boxes.close();
        if (masks != null) {
            masks.close();
        }
    }
}
