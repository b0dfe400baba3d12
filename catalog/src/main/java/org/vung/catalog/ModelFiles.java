package org.vung.catalog;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vung.Segmenter;
import org.vung.SoftSegmenter;
import org.vung.catalog.model.TrainedModels;
import org.vung.classic.watershed.BorderedObjects;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.weights.WeightFileException;
import org.vung.tile.TiledDetector;
import org.vung.tile.Tiling;
import org.vung.torch.device.Device;
import org.vung.torch.rcnn.Detecting;
import org.vung.torch.rcnn.Detector;
import org.vung.torch.rcnn.Resizing;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;
import org.vung.torch.run.SemanticSegmenter;
import org.vung.view.AveragedMethods;
import org.vung.view.AveragedViews;
import org.vung.view.Views;

/** Networks in files, as methods: the path stands where a name would. */
final class ModelFiles {

    /** What a path must end in to be taken for a network. */
    static final String ENDING = ".vung";

    /** Where a network on libtorch runs. */
    static final Option DEVICE = Option.word(
            "device",
            "auto",
            "where the network runs; auto is cuda where libtorch has it and a device answers, else cpu",
            Device.texts().toArray(String[]::new));

    private static final BorderedObjects.Options USUAL = BorderedObjects.Options.usual();

    private static final List<Option> OBJECTS = List.of(
            Option.word(
                    "objects",
                    "auto",
                    "for networks with the classes background, inside and border: auto gives objects one by one, none"
                            + " the classes",
                    "auto",
                    "none"),
            Option.number("seed", USUAL.seed(), "objects only: probability of inside from which on an object is sure")
                    .atLeast(0)
                    .atMost(1),
            Option.number("object", USUAL.object(), "objects only: probability of background up to which objects reach")
                    .atLeast(0)
                    .atMost(1),
            Option.number(
                            "neck",
                            USUAL.neck(),
                            "objects only: a sure part is cut where its edge is nearer by more pixels than in the middles on both"
                                    + " sides; 10000 cuts nowhere")
                    .atLeast(0)
                    .atMost(10_000),
            Option.integer("least-seed", USUAL.leastSeed(), "objects only: pixels of the smallest sure part")
                    .atLeast(1),
            Option.integer("least-object", USUAL.leastObject(), "objects only: pixels of the smallest object")
                    .atLeast(1));

    private static final Option PRECISION = Option.word(
            "precision",
            "auto",
            "numbers of the products; auto is bfloat16 for large networks where the processor has it",
            "auto",
            "float32",
            "bfloat16");

    private static final String AUTO = "auto";

    /** The word for what a detector's file says. */
    private static final String OF_FILE = "file";

    private static final List<Option> DETECTOR = List.of(
            Option.integer(
                            "most",
                            0,
                            "so many objects of an image at most, the surest; file is what the network's file says")
                    .atLeast(1)
                    .orDefaultWord(OF_FILE),
            Option.integer(
                            "tile",
                            0,
                            "longest side given to the network at once, larger images in windows that overlap, each object told once;"
                                    + " auto is " + Tiling.USUAL.side()
                                    + " for a network that sees images at their own size, and all of an image for others")
                    .atLeast(4 * Tiling.LEAST_OVERLAP)
                    .orDefaultWord(AUTO),
            Option.integer(
                            "overlap",
                            0,
                            "pixels that windows share, as many as the longest object has; auto is a quarter of a window")
                    .atLeast(Tiling.LEAST_OVERLAP)
                    .orDefaultWord(AUTO),
            PRECISION);

    /** What begins a text of several files whose answers are averaged. */
    static final String ENSEMBLE = "ensemble:";

    private ModelFiles() {}

    /** The method that a file makes. It is read now, since its network decides which options there are. */
    static Method method(String path) {
        ModelFile model = read(path);
        String answer = RcnnParts.is(model.graph()) ? "objects one by one" : "a class for every pixel";
        return method(
                path,
                "the network in this file: " + answer,
                "'vung model info " + path + "' tells where it comes from",
                model);
    }

    /** The method that a network makes which comes trained. */
    static Method trained(TrainedModels.Card card) {
        return method(
                card.name(),
                card.summary(),
                "trained by Vung on " + card.data() + "; 'vung model info " + card.name() + "' tells more",
                card.read());
    }

    private static Method method(String name, String summary, String source, ModelFile model) {
        return RcnnParts.is(model.graph())
                ? new Method(name, summary, source, ofDetector(model), values -> detector(model, values))
                : Method.ofRegions(name, summary, source, options(true), values -> segmenter(model, values));
    }

    /**
     * The method that several files make, the mean of their probabilities.
     *
     * @param name {@code ensemble:A.vung+B.vung}
     */
    static Method ensemble(String name) {
        List<String> paths = Stream.of(name.substring(ENSEMBLE.length()).split("(?<=\\.vung)\\s*\\+\\s*", -1))
                .map(path -> checked(path, name))
                .toList();
        return Method.ofRegions(
                name,
                "the mean probabilities of the networks in these files: a class for every pixel",
                "'vung model info FILE' tells where each comes from",
                options(false),
                values -> averaged(paths, values));
    }

    private static String checked(String path, String name) {
        if (!path.endsWith(ENDING)) {
            throw new IllegalArgumentException(
                    "ensemble must read ensemble:FILE.vung+FILE.vung, got '" + name + "' with '" + path + "'");
        }
        return path;
    }

    private static Segmenter averaged(List<String> paths, Values values) {
        List<SoftSegmenter> opened = new ArrayList<>();
        try {
            paths.forEach(path -> opened.add(soft(ofClasses(path), values)));
            return new AveragedMethods(opened);
        } catch (RuntimeException unread) {
            opened.forEach(each -> close(each, unread));
            throw unread;
        }
    }

    private static void close(SoftSegmenter opened, RuntimeException reason) {
        try {
            Segmenter.close(opened);
        } catch (Exception second) {
            reason.addSuppressed(second);
        }
    }

    /** Those of one network, or of several together. */
    private static List<Option> options(boolean alone) {
        List<Option> options = new ArrayList<>(common());
        if (alone) {
            options.addAll(OBJECTS);
        }
        return options;
    }

    /** Those of a network that finds objects. */
    private static List<Option> ofDetector(ModelFile model) {
        List<Option> options = new ArrayList<>();
        options.add(Option.number(
                        "score",
                        Detector.Options.of(model).detecting().shown(),
                        "objects less sure than this are left out; file leaves all that the network's file tells of")
                .atLeast(0)
                .atMost(1)
                .orWord(OF_FILE));
        options.addAll(DETECTOR);
        return options;
    }

    private static List<Option> common() {
        return List.of(
                Option.integer("tile", SemanticSegmenter.USUAL_TILE, "longest side given to the network at once")
                        .atLeast(1),
                Option.word(
                        "tiling",
                        "exact",
                        "how larger images are cut: exact tiles give the answers of the whole image;"
                                + " blend weights overlapping windows, for networks that look at all of it",
                        "exact",
                        "blend"),
                Option.number("overlap", 0.25, "share of a window that the next one covers again; blend only")
                        .atLeast(0)
                        .atMost(0.9),
                PRECISION,
                Option.word(
                        "tta",
                        "none",
                        "mean over views of the image: mirrored left to right, also top to bottom, also turned by"
                                + " quarters; 2, 4 and 8 times as slow",
                        "none",
                        "mirror",
                        "flips",
                        "turns"),
                DEVICE);
    }

    private static Segmenter segmenter(ModelFile model, Values values) {
        SoftSegmenter classes = soft(model, values);
        return values.is("objects", "auto") && BorderedObjects.fits(classes.classes())
                ? new BorderedObjects(
                        classes,
                        new BorderedObjects.Options(
                                values.number("seed"),
                                values.number("object"),
                                values.number("neck"),
                                values.integer("least-seed"),
                                values.integer("least-object")))
                : classes;
    }

    private static ModelFile ofClasses(String path) {
        ModelFile model = read(path);
        if (RcnnParts.is(model.graph())) {
            throw new IllegalArgumentException("ensemble must be of networks that give a class for every pixel, got '"
                    + path + "', which finds objects; take it alone");
        }
        return model;
    }

    private static Segmenter detector(ModelFile model, Values values) {
        Detector.Options options = Detector.Options.of(model);
        Detecting own = options.detecting();
        Detecting asked = own.with(
                values.is("score", OF_FILE) ? own.score() : values.number("score"),
                values.is("most", OF_FILE) ? own.most() : values.integer("most"));
        Optional<Tiling> tiling = tiling(options.resizing(), values);
        Detector detector = Detector.of(model, options.withDetecting(asked), precision(values));
        return tiling.<Segmenter>map(cut -> new TiledDetector(detector, cut)).orElse(detector);
    }

    /** How large images are cut, if they are. */
    private static Optional<Tiling> tiling(Resizing resizing, Values values) {
        boolean wanted = !values.is("tile", AUTO) || resizing.keeps();
        if (!wanted && !values.is("overlap", AUTO)) {
            throw new IllegalArgumentException(
                    "overlap must go with tile for a network that sees whole images at one size;"
                            + " give both or none");
        }
        int side = values.is("tile", AUTO) ? Tiling.USUAL.side() : values.integer("tile");
        int overlap = values.is("overlap", AUTO) ? side / 4 : values.integer("overlap");
        return wanted ? Optional.of(new Tiling(side, overlap)) : Optional.empty();
    }

    private static Precision precision(Values values) {
        return Precision.valueOf(values.text("precision").toUpperCase(Locale.ROOT));
    }

    private static SoftSegmenter soft(ModelFile model, Values values) {
        Precision precision = precision(values);
        Device device = Device.of(values.text("device"));
        Network network = Network.of(model.graph(), model.numbers(), precision, device);
        SemanticSegmenter.Meaning meaning =
                new SemanticSegmenter.Meaning(model.preprocessing(), model.answer(), model.classes());
        SemanticSegmenter segmenter = new SemanticSegmenter(
                network,
                meaning,
                new SemanticSegmenter.Cutting(
                        values.integer("tile"), values.is("tiling", "blend"), values.number("overlap")));
        return values.is("tta", "none")
                ? segmenter
                : new AveragedViews(segmenter, Views.valueOf(values.text("tta").toUpperCase(Locale.ROOT)));
    }

    private static ModelFile read(String path) {
        try {
            ModelFile model = TrainedModels.read(path);
            if (model.answer() == Answer.PICTURE) {
                throw new IllegalArgumentException(
                        "method must segment, got '" + path + "', which makes pictures; use it with 'vung translate'");
            }
            return model;
        } catch (WeightFileException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
