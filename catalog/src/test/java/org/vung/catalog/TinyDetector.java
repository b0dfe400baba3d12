package org.vung.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Parameter;
import org.vung.nets.model.backbone.ResNet;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;

/** A narrow Mask R-CNN with weights by formula, which finds something nearly everywhere. */
public final class TinyDetector {

    private TinyDetector() {}

    /**
     * Writes its file.
     *
     * @param file a {@code .vung} that is not there yet
     * @param masks whether it has masks, or boxes alone
     * @return the file
     */
    public static Path write(Path file, boolean masks) throws IOException {
        Rcnn.Options options =
                Rcnn.Options.of(ResNet.RESNET18, Rcnn.Neck.FPN, 3, masks).withWidths(new Rcnn.Widths(16, 32, 16));
        Graph graph = Rcnn.of("tiny", options, Extent.square(64));
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters()
                .forEach((key, parameter) ->
                        tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers(key, parameter))));
        List<LabelClass> classes = List.of(
                new LabelClass("background", 0),
                new LabelClass("cell", 0xE69F00),
                new LabelClass("Nhân, tế bào", 0x0072B2));
        Map<String, String> settings = Map.of(
                "resizing", "fit:shorter=64,longer=96",
                "objects", "objects:score=0.05,overlap=0.1,most=60");
        new ModelFile(graph, Weights.of(tensors), Preprocessing.imageNet(), Answer.LOGITS, classes, Map.of(), settings)
                .write(file, Existing.KEEP);
        return file;
    }

    /**
     * Writes its file with another score from which on objects are shown.
     *
     * @param shown the score
     * @param file a {@code .vung} that is not there yet
     * @return the file
     */
    public static Path showing(double shown, Path file) throws IOException {
        ModelFile tiny = ModelFile.read(write(file, true));
        tiny.withSettings(Map.of(
                        "resizing",
                        "fit:shorter=64,longer=96",
                        "objects",
                        "objects:overlap=0.1,most=60,shown=" + shown))
                .write(file, Existing.REPLACE);
        return file;
    }

    private static float[] numbers(String key, Parameter parameter) {
        float[] numbers = Deterministic.numbers(key, parameter);
        boolean kernel = parameter.dimensions().size() > 1;
        float scale = !kernel ? 1 : key.contains("inner_blocks") ? 0x1p-5f : key.contains("bbox_pred") ? 0x1p-4f : 1;
        IntStream.range(0, numbers.length).forEach(at -> numbers[at] *= scale);
        return numbers;
    }
}
