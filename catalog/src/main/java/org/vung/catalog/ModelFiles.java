package org.vung.catalog;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vung.Segmenter;
import org.vung.nets.file.ModelFile;
import org.vung.nets.weights.WeightFileException;
import org.vung.torch.device.Device;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;
import org.vung.torch.run.SemanticSegmenter;
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

    private ModelFiles() {}

    /** The method that a file makes. It is read when a segmenter is made of it. */
    static Method method(String path) {
        return new Method(
                path,
                "the network in this file: a class for every pixel",
                "'vung model info " + path + "' tells where it comes from",
                List.of(
                        Option.integer(
                                        "tile",
                                        SemanticSegmenter.USUAL_TILE,
                                        "longest side given to the network at once")
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
                        DEVICE),
                values -> segmenter(Path.of(path), values));
    }

    private static Segmenter segmenter(Path path, Values values) {
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

    private static ModelFile read(Path path) {
        try {
            return ModelFile.read(path);
        } catch (WeightFileException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
