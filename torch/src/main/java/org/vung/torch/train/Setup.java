package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.augment.Augmentation;
import org.vung.data.augment.Crop;
import org.vung.data.augment.Recipe;
import org.vung.data.augment.warp.Border;
import org.vung.data.file.FileDataset;
import org.vung.data.split.Split;
import org.vung.data.split.Subset;
import org.vung.data.view.ObjectView;
import org.vung.data.weight.BorderWeights;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.torch.device.Device;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;
import org.vung.torch.train.feed.Batch;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Pairs;
import org.vung.torch.train.feed.PixelWeights;
import org.vung.torch.train.loss.Loss;
import org.vung.torch.train.loss.Losses;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Schedule;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;

/** What a plan comes to on a data set: the graph at its size, the parts of the data, the loss. Checks all of it before any work. */
public final class Setup {

    private final Plan plan;
    private final Subset training;
    private final Subset held;
    private final Graph graph;
    private final Numbers start;
    private final Preprocessing preprocessing;
    private final Loss loss;
    private final Recipe recipe;
    private final Optimisation optimisation;
    private final Schedule schedule;

    /**
     * Works a plan out.
     *
     * @param plan what is wanted
     * @param set all of the data
     * @throws IOException if the weights to start from cannot be read
     * @throws IllegalArgumentException if the plan asks for something that is not there, or does not fit the data
     */
    public Setup(Plan plan, Dataset set) throws IOException {
        this(plan, ObjectView.parse(plan.data().objects()).of(set), null);
    }

    /** The same with a network that has no name, or the named one. */
    Setup(Plan plan, Dataset set, @Nullable Graph other) throws IOException {
        this.plan = plan;
        graph = other == null ? PlannedNetwork.graph(plan, set.classes().size()) : other;
        Split split = split(plan, set);
        training = new Subset(set.name() + ", training", set, split.train());
        held = new Subset(set.name() + ", validation", set, split.validation());
        if (training.items().isEmpty()) {
            throw new IllegalArgumentException("training must have at least 1 image, got 0 of "
                    + set.items().size() + "; hold back fewer");
        }
        int weights = plan.training().classWeights().size();
        if (weights > 0 && weights != set.classes().size()) {
            throw new IllegalArgumentException(
                    "training.class-weights must be " + set.classes().size() + ", one a class, got " + weights);
        }
        preprocessing = PlannedNetwork.preprocessing(plan);
        start = PlannedNetwork.start(plan, graph);
        loss = Losses.parse(plan.training().loss(), plan.training().classWeights());
        recipe = recipe(plan);
        optimisation = Optimisation.parse(plan.training().optimiser());
        schedule = Schedule.parse(plan.training().schedule());
    }

    private static Split split(Plan plan, Dataset set) {
        Plan.Data data = plan.data();
        if (set.items().isEmpty()) {
            throw new IllegalArgumentException(
                    "data set " + set.name() + " must have images, got 0; see 'vung data stats'");
        }
        if (!data.held().isEmpty()) {
            return Split.named(set, data.held());
        }
        boolean oneGroup =
                set.items().stream().map(Item::group).distinct().limit(2).count() < 2;
        if (data.folds() == 0 && data.validation() > 0 && oneGroup) {
            throw new IllegalArgumentException(
                    "data.validation must be 0 for a single image or group, got " + data.validation() + " for "
                            + set.items().size() + " of " + set.name() + "; set it or add images");
        }
        return data.folds() > 0
                ? Split.folds(set, data.folds(), plan.seed()).get(data.fold())
                : Split.seeded(set, data.validation(), plan.seed());
    }

    private static Recipe recipe(Plan plan) {
        List<Augmentation> steps =
                new ArrayList<>(Recipe.parse(plan.food().augment()).steps());
        Extent crop = plan.food().crop();
        steps.add(
                afterShapes(steps),
                new Crop(crop.rows(), crop.columns(), plan.food().foreground(), Border.MIRROR));
        return new Recipe(steps);
    }

    /** The window is cut as soon as no change of shape follows: what is done to brightness need not be done outside it. */
    private static int afterShapes(List<Augmentation> steps) {
        int last = steps.size();
        while (last > 0 && !(steps.get(last - 1) instanceof Augmentation.Geometric)) {
            last--;
        }
        return last;
    }

    Plan plan() {
        return plan;
    }

    /** What must not change between a checkpoint and its continuation. */
    String fingerprint() {
        Plan fixed = plan.withData(plan.data().at(""));
        StringBuilder names = new StringBuilder();
        Stream.of(training, held)
                .flatMap(part -> part.items().stream())
                .forEach(item -> names.append(item.name()).append('\n'));
        return PlanFile.text(fixed, Map.of()) + "# " + training.items().size() + " and "
                + held.items().size() + " images, names "
                + Integer.toHexString(names.toString().hashCode()) + "\n";
    }

    Graph graph() {
        return graph;
    }

    Numbers start() {
        return start;
    }

    Precision precision() {
        return plan.training().precision().here(graph, Device.CPU);
    }

    Loss loss() {
        return loss;
    }

    Optimisation optimisation() {
        return optimisation;
    }

    Schedule schedule() {
        return schedule;
    }

    /**
     * The classes of the data.
     *
     * @return in the order of their labels
     */
    public List<LabelClass> classes() {
        return training.classes();
    }

    /**
     * What is learned from.
     *
     * @return at least one image
     */
    public Subset training() {
        return training;
    }

    /**
     * What is judged by.
     *
     * @return perhaps nothing
     */
    public Subset held() {
        return held;
    }

    /**
     * Writes the names of the images to {@code training.txt} and {@code validation.txt}, for {@code vung evaluate --list}.
     *
     * @param folder such as the run's
     * @param before what comes before the names of the files
     * @throws IOException if it cannot be written
     */
    public void writeLists(Path folder, String before) throws IOException {
        training.write(folder.resolve(before + "training.txt"), Existing.REPLACE);
        held.write(folder.resolve(before + "validation.txt"), Existing.REPLACE);
    }

    int imagesPerStep() {
        return plan.food().batch() * plan.food().accumulate();
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("train/loss", "rate", "images/s"));
        if (!held.items().isEmpty()) {
            columns.addAll(List.of("validation/loss", "validation/miou", "validation/accuracy", "validation/dice"));
            classes().forEach(one -> columns.add("iou/" + one.name()));
        }
        return columns;
    }

    Batches batches(Group group) {
        Shape in = graph.input();
        Shape out = graph.shapes().get(graph.output());
        if (out == null || out.channels() != classes().size()) {
            throw new IllegalArgumentException("network must answer one map a class, got " + out + " for "
                    + classes().size() + " classes");
        }
        if ((in.height() - out.height()) % 2 != 0 || (in.width() - out.width()) % 2 != 0) {
            throw new IllegalArgumentException("crop must leave an even border around the answer, got " + in + " and "
                    + out + "; take one pixel more");
        }
        Batch.Form form =
                new Batch.Form(plan.food().batch(), in.height(), in.width(), in.channels(), out.height(), out.width());
        return new Batches(
                new Pairs(training, preprocessing),
                recipe,
                pixelWeights(),
                preprocessing,
                form,
                new Batches.Part(group.rank(), group.ranks(), plan.seed()));
    }

    private PixelWeights pixelWeights() {
        if (!plan.training().pixelWeights().equals("none")) {
            return BorderWeights.parse(plan.training().pixelWeights())::of;
        }
        return truth -> {
            float[] ones = new float[truth.size().pixels()];
            Arrays.fill(ones, 1);
            return ones;
        };
    }

    Validation validation() {
        return new Validation(new Pairs(held, preprocessing));
    }

    /** The model file of some numbers. */
    ModelFile model(Numbers numbers, long steps) {
        List<NamedTensor> tensors = new ArrayList<>();
        graph.parameters()
                .forEach((key, parameter) ->
                        tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers.checked(key, parameter))));
        Map<String, String> about = new LinkedHashMap<>();
        about.put("trained on", training.name() + ", " + training.items().size() + " images");
        about.put("steps", Long.toString(steps));
        // a model is handed on: the folders above that of the data are nobody's business
        String folder = FileDataset.name(Path.of(plan.data().path()));
        about.put("plan", PlanFile.text(plan.withData(plan.data().at(folder)), Map.of()));
        return new ModelFile(graph, Weights.of(tensors), preprocessing, Answer.LOGITS, classes(), about);
    }

    /** The same with the scores it was chosen by. */
    ModelFile scored(ModelFile model, Look look) {
        Map<String, String> about = new LinkedHashMap<>(model.about());
        about.put(
                "measured on",
                held.name() + ", " + held.items().size() + " images held back"
                        + (plan.data().held().isEmpty() ? " by seed " + plan.seed() : ""));
        about.put("mean IoU", Double.toString(look.matrix().meanIou()));
        about.put("pixel accuracy", Double.toString(look.matrix().accuracy()));
        about.put("mean Dice", Double.toString(look.matrix().meanDice()));
        return new ModelFile(
                model.graph(), model.weights(), model.preprocessing(), model.answer(), model.classes(), about);
    }
}
