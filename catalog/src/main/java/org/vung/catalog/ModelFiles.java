package org.vung.catalog;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vung.Segmenter;
import org.vung.SoftSegmenter;
import org.vung.catalog.model.TrainedModels;
import org.vung.classic.watershed.BorderedObjects;
import org.vung.nets.file.ModelFile;
import org.vung.nets.weights.WeightFileException;
import org.vung.torch.device.Device;
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

    /** What begins a text of several files whose answers are averaged. */
    static final String ENSEMBLE = "ensemble:";

    private ModelFiles() {}

    /** The method that a file makes. It is read when a segmenter is made of it. */
    static Method method(String path) {
        return new Method(
                path,
                "the network in this file: a class for every pixel",
                "'vung model info " + path + "' tells where it comes from",
                options(true),
                values -> segmenter(path, values));
    }

    /** The method that a network makes which comes trained. It is read when a segmenter is made of it. */
    static Method trained(TrainedModels.Card card) {
        return new Method(
                card.name(),
                card.summary(),
                "trained by Vung on " + card.data() + "; 'vung model info " + card.name() + "' tells more",
                options(true),
                values -> segmenter(card.name(), values));
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
        return new Method(
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
            paths.forEach(path -> opened.add(soft(path, values)));
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
                Option.word(
                        "precision",
                        "auto",
                        "numbers of the products; auto is bfloat16 for large networks where the processor has it",
                        "auto",
                        "float32",
                        "bfloat16"),
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

    private static Segmenter segmenter(String path, Values values) {
        SoftSegmenter classes = soft(path, values);
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

    private static SoftSegmenter soft(String path, Values values) {
        ModelFile model = read(path);
        Precision precision = Precision.valueOf(values.text("precision").toUpperCase(Locale.ROOT));
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
            return TrainedModels.read(path);
        } catch (WeightFileException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
