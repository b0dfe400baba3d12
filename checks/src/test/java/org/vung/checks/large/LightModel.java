package org.vung.checks.large;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vung.image.codec.ImageException;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.Model;
import org.vung.nets.model.Models;
import org.vung.nets.numbers.Deterministic;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;

/** Writes a U-Net of four channels with numbers by formula: its labels mean nothing, but it costs little to run. */
public final class LightModel {

    private LightModel() {}

    /**
     * Writes the model file.
     *
     * @param args its name
     * @throws ImageException if it cannot be written
     */
    public static void main(String[] args) throws ImageException {
        Model unet = Models.named("unet");
        Graph graph = unet.graph(unet.standard().withWidth(4));
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters()
                .forEach((key, parameter) -> tensors.add(
                        NamedTensor.of(key, parameter.dimensions(), Deterministic.numbers(key, parameter))));
        Shape output = graph.shapes().getOrDefault(graph.output(), graph.input());
        List<LabelClass> classes = new ArrayList<>();
        for (int label = 0; label < output.channels(); label++) {
            classes.add(new LabelClass("class " + label, 0x3060A0 * (label + 1) & 0xFFFFFF));
        }
        Preprocessing.Colours colours =
                graph.input().channels() == 1 ? Preprocessing.Colours.GREY : Preprocessing.Colours.RGB;
        Preprocessing preprocessing = Preprocessing.unit(colours);
        new ModelFile(graph, Weights.of(tensors), preprocessing, Answer.LOGITS, classes, Map.of())
                .write(Path.of(args[0]), Existing.REPLACE);
    }
}
