package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vung.data.Dataset;
import org.vung.data.Item;
import org.vung.data.file.FileDataset;
import org.vung.data.split.Split;
import org.vung.data.split.Subset;
import org.vung.image.file.Existing;
import org.vung.nets.file.ModelFile;
import org.vung.nets.graph.Graph;
import org.vung.nets.model.rcnn.NamedRcnn;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.Weights;
import org.vung.torch.device.Device;
import org.vung.torch.gan.PictureTask;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;
import org.vung.torch.train.detect.DetectionTask;
import org.vung.torch.train.optimise.Optimisation;
import org.vung.torch.train.optimise.Schedule;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.plan.PlanFile;
import org.vung.torch.train.semantic.SemanticTask;
import org.vung.torch.train.task.Lessons;
import org.vung.torch.train.task.Look;
import org.vung.torch.train.task.PlannedNetwork;
import org.vung.torch.train.task.Task;

/** What a plan comes to on a data set: the task, the parts of the data, the first numbers. Checks all of it before any work. */
public final class Setup {

    private final Plan plan;
    private final Subset training;
    private final Subset held;
    private final Task task;
    private final Numbers start;
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
        this(plan, view(plan, set), null);
    }

    /** The same with a network that has no name, or the named one. */
    Setup(Plan plan, Dataset set, @Nullable Graph other) throws IOException {
        this.plan = plan;
        Split split = split(plan, set);
        training = new Subset(set.name() + ", training", set, split.train());
        held = new Subset(set.name() + ", validation", set, split.validation());
        if (training.items().isEmpty()) {
            throw new IllegalArgumentException("training must have at least 1 image, got 0 of "
                    + set.items().size() + "; hold back fewer");
        }
        task = task(other);
        start = PlannedNetwork.start(plan, task.graph());
        optimisation = Optimisation.parse(plan.training().optimiser());
        schedule = Schedule.parse(plan.training().schedule());
    }

    private static Dataset view(Plan plan, Dataset set) throws IOException {
        if (PictureTask.named(plan)) {
            return PictureTask.view(set);
        }
        return isDetector(plan) ? DetectionTask.view(plan, set) : SemanticTask.view(plan, set);
    }

    private Task task(@Nullable Graph other) {
        if (PictureTask.named(plan)) {
            return new PictureTask(plan, training, held);
        }
        return isDetector(plan)
                ? new DetectionTask(plan, training, held)
                : new SemanticTask(plan, training, held, other);
    }

    private static boolean isDetector(Plan plan) {
        return NamedRcnn.of(plan.net().model()).isPresent();
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

    /**
     * What is learned.
     *
     * @return the plan's, on this data
     */
    public Task task() {
        return task;
    }

    Precision precision() {
        return plan.training().precision().here(task.graph(), Device.CPU);
    }

    Optimisation optimisation() {
        return optimisation;
    }

    Schedule schedule() {
        return schedule;
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
            columns.addAll(task.columns());
        }
        return columns;
    }

    Lessons<?> lessons(Group group) {
        return task.lessons(start, precision(), group, plan.training().syncNorm() ? group : Group.alone());
    }

    /** The model file of some numbers. */
    ModelFile model(Numbers numbers, long steps) {
        List<NamedTensor> tensors = new ArrayList<>();
        task.graph()
                .parameters()
                .forEach((key, parameter) ->
                        tensors.add(NamedTensor.of(key, parameter.dimensions(), numbers.checked(key, parameter))));
        Map<String, String> about = new LinkedHashMap<>();
        about.put("trained on", training.name() + ", " + training.items().size() + " images");
        about.put("steps", Long.toString(steps));
        // a model is handed on: the folders above that of the data are nobody's business
        String folder = FileDataset.name(Path.of(plan.data().path()));
        about.put("plan", PlanFile.text(plan.withData(plan.data().at(folder)), Map.of()));
        return new ModelFile(
                task.graph(),
                Weights.of(tensors),
                task.preprocessing(),
                task.answer(),
                task.classes(),
                about,
                task.settings());
    }

    /** The same with the scores it was chosen by. */
    ModelFile scored(ModelFile model, Look look) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put(
                "measured on",
                held.name() + ", " + held.items().size() + " images held back"
                        + (plan.data().held().isEmpty() ? " by seed " + plan.seed() : ""));
        look.scores().forEach(score -> about.put(score.name(), Double.toString(score.value())));
        return model.with(model.weights(), about);
    }
}
