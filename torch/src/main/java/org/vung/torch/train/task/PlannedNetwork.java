package org.vung.torch.train.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vung.image.contrast.Contrast;
import org.vung.name.NearestName;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Parameter;
import org.vung.nets.model.Model;
import org.vung.nets.model.ModelOptions;
import org.vung.nets.model.Models;
import org.vung.nets.model.backbone.Encoder;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.numbers.RandomStart;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.torch.train.plan.Plan;

/** The network that a plan asks for, and the numbers it starts from. */
public final class PlannedNetwork {

    private PlannedNetwork() {}

    /**
     * The graph at the size of the plan's windows.
     *
     * @param plan what is wanted
     * @param classes of the data
     * @return the graph
     * @throws IllegalArgumentException if there is no such network or it does not take the size
     */
    public static Graph graph(Plan plan, int classes) {
        try {
            return built(plan, classes);
        } catch (IllegalArgumentException unfit) {
            Extent crop = plan.food().crop();
            throw new IllegalArgumentException(
                    "model " + plan.net().model() + " on food.crop " + crop.rows() + "x" + crop.columns() + ": "
                            + unfit.getMessage(),
                    unfit);
        }
    }

    private static Graph built(Plan plan, int classes) {
        Plan.Net net = plan.net();
        Model model = Models.named(net.model());
        ModelOptions options = model.standard();
        if (!model.runsInOneGo()) {
            throw new IllegalArgumentException(
                    "it must answer an image in one go, and finds objects one by one; name another, such as unet");
        }
        options = options.withClasses(classes).withSize(plan.food().crop());
        if (options.channels() != net.colours().channels()) {
            options = options.withChannels(net.colours().channels());
        }
        if (net.width() > 0) {
            options = options.withWidth(net.width());
        }
        if (net.depth() > 0) {
            options = options.withDepth(net.depth());
        }
        if (!net.encoder().equals("plain")) {
            options = options.withEncoder(encoder(net.encoder()));
        }
        options = options.withStride(net.stride());
        return Models.named(net.model()).graph(options);
    }

    private static Encoder encoder(String name) {
        List<String> names = new ArrayList<>();
        for (Encoder encoder : Encoder.values()) {
            if (encoder.name().equalsIgnoreCase(name)) {
                return encoder;
            }
            names.add(encoder.name().toLowerCase(Locale.ROOT));
        }
        names.set(0, "plain");
        throw new IllegalArgumentException(
                "encoder must be one of " + names + ", got '" + name + "'" + NearestName.hint(name, names));
    }

    /**
     * From image to input.
     *
     * @param plan what is wanted
     * @return samples in 0 … 1 of an image whose contrast is changed
     * @throws IllegalArgumentException if there is no such change, or the image is not grey
     */
    public static Preprocessing preprocessing(Plan plan) {
        Plan.Net net = plan.net();
        Preprocessing unit = Preprocessing.unit(net.colours());
        return net.contrast().isEmpty() ? unit : unit.withContrast(Contrast.parse(net.contrast()));
    }

    /**
     * Random numbers, and in their place those of a model file where key and shape are the same.
     *
     * @param plan what is wanted
     * @param graph that starts
     * @return its first numbers
     * @throws IOException if the file cannot be read or fits nowhere
     */
    public static Numbers start(Plan plan, Graph graph) throws IOException {
        Numbers random = new RandomStart(graph, plan.seed());
        if (plan.net().weights().isEmpty()) {
            return random;
        }
        Weights given = ModelFile.read(Path.of(plan.net().weights())).weights();
        boolean fits = graph.parameters().entrySet().stream()
                .anyMatch(entry ->
                        fitting(given, entry.getKey(), entry.getValue()).isPresent());
        if (!fits) {
            throw new IOException(
                    plan.net().weights() + ": weights to start from must fit the network somewhere, got none"
                            + " of its names and dimensions; name a file of the same model");
        }
        return (key, parameter) ->
                fitting(given, key, parameter).map(NamedTensor::floats).orElseGet(() -> random.of(key, parameter));
    }

    private static Optional<NamedTensor> fitting(Weights given, String key, Parameter parameter) {
        return given.find(key).filter(tensor -> tensor.dimensions().equals(parameter.dimensions()));
    }
}
