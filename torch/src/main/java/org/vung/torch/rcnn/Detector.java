package org.vung.torch.rcnn;

import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.upsample_bilinear2d;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Image;
import org.vung.label.LabelClass;
import org.vung.name.Phrase;
import org.vung.nets.file.ModelFile;
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
public final class Detector implements Instances.Finder, AutoCloseable {

    private final List<LabelClass> classes;
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

        /**
         * Those of a model file.
         *
         * @param model a detector's; what it does not say is as in torchvision
         * @return the options
         * @throws IllegalArgumentException if a setting is not known or does not read as it should
         */
        public static Options of(ModelFile model) {
            Phrase settings = Phrase.of("detector");
            for (Map.Entry<String, String> each : model.settings().entrySet()) {
                settings = settings.with(each.getKey(), each.getValue());
            }
            settings.allow("resizing", "anchors", "proposals", "objects", "masks");
            return new Options(
                    model.preprocessing(),
                    Resizing.parse(settings.text("resizing", Resizing.USUAL.text())),
                    Anchors.parse(settings.text(
                            "anchors", usualOf(model.graph()).anchors().text())),
                    Proposing.parse(settings.text("proposals", Proposing.USED.text()), Proposing.USED),
                    Detecting.parse(settings.text("objects", Detecting.USUAL.text())),
                    Pasting.parse(settings.text("masks", Pasting.USUAL.text())));
        }

        /**
         * torchvision's for a network: of a pyramid {@link #usual()}, without one with the paper's fifteen anchors a place.
         *
         * @param graph an R-CNN
         * @return the options
         */
        public static Options usualOf(Graph graph) {
            return RcnnParts.backbone(graph).outputs().size() > 1
                    ? usual()
                    : usual().withAnchors(new Anchors(
                            List.of(List.of(32.0, 64.0, 128.0, 256.0, 512.0)), List.of(0.5, 1.0, 2.0), true));
        }

        /**
         * torchvision's for a network of which nothing else is known: images are seen at their own size.
         *
         * @param graph an R-CNN
         * @return the options
         */
        public static Options plain(Graph graph) {
            Options usual = usualOf(graph);
            return new Options(
                    graph.input().channels() == 3
                            ? usual.preprocessing
                            : Preprocessing.unit(Preprocessing.Colours.GREY),
                    Resizing.NONE,
                    usual.anchors,
                    usual.proposing,
                    usual.detecting,
                    usual.pasting);
        }

        private Options withAnchors(Anchors other) {
            return new Options(preprocessing, resizing, other, proposing, detecting, pasting);
        }

        /**
         * The settings for a model file.
         *
         * @return texts by name, as {@link #of} reads them
         */
        public Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("resizing", resizing.text());
            settings.put("anchors", anchors.text());
            settings.put("proposals", proposing.text());
            settings.put("objects", detecting.text());
            settings.put("masks", pasting.text());
            return settings;
        }

        /**
         * The same with another choice of objects.
         *
         * @param other which objects are told of
         * @return a copy
         */
        public Options withDetecting(Detecting other) {
            return new Options(preprocessing, resizing, anchors, proposing, other, pasting);
        }
    }

    /**
     * Makes a network ready.
     *
     * @param graph as {@link Rcnn} builds it
     * @param numbers of its parameters
     * @param classes of objects, the background first
     * @param options what is not learned
     * @param precision of the products
     */
    public Detector(Graph graph, Numbers numbers, List<LabelClass> classes, Options options, Precision precision) {
        this.classes = List.copyOf(classes);
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

    /**
     * A detector from its file.
     *
     * @param model a detector's
     * @param options what is not learned, such as {@link Options#of(ModelFile)}
     * @param precision of the products
     * @return to be closed
     */
    public static Detector of(ModelFile model, Options options, Precision precision) {
        return new Detector(model.graph(), model.numbers(), model.classes(), options, precision);
    }

    private static List<Graph> parts(Graph graph) {
        List<Graph> parts =
                new ArrayList<>(List.of(RcnnParts.backbone(graph), RcnnParts.proposals(graph), RcnnParts.boxes(graph)));
        if (RcnnParts.hasMasks(graph)) {
            parts.add(RcnnParts.masks(graph));
        }
        return parts;
    }

    @Override
    public boolean hasMasks() {
        return masks != null;
    }

    /**
     * Finds objects.
     *
     * @param image grey or RGB, any size and sample type
     * @return objects, the surest first; the same on any number of threads
     */
    @Override
    public Instances segment(Image image) {
        Instances found = new Instances(image.size(), objects(image), classes, Findings.none());
        double visible = options.detecting.visible();
        return visible > 0 && hasMasks() ? found.visible(visible) : found;
    }

    /** How many proposals of an image the box head looks at. */
    int proposals(Image image) {
        Extent seen = options.resizing.of(image.size());
        return backbone.within(
                () -> proposed(maps(transformed(image, seen)), seen).count());
    }

    private List<Instance> objects(Image image) {
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

    private List<Instance> pasted(Detecting.Found found, float[] drawn, Image image, Extent seen) {
        int count = found.classes().length;
        Boxes own = found.boxes().scaled((float) image.width() / seen.columns(), (float) image.height() / seen.rows());
        int numbers = count == 0 ? 0 : drawn.length / count;
        int side = (int) Math.round(Math.sqrt(numbers));
        List<Instance> detections = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            float[] mask = Arrays.copyOfRange(drawn, at * numbers, (at + 1) * numbers);
            detections.add(new Instance(
                    found.classes()[at],
                    found.scores()[at],
                    own.top(at),
                    own.left(at),
                    own.height(at),
                    own.width(at),
                    side == 0 ? Optional.empty() : Optional.of(options.pasting.of(mask, side, own, at, image.size()))));
        }
        return detections;
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
