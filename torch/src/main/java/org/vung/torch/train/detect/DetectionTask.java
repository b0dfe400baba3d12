package org.vung.torch.train.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vung.data.Dataset;
import org.vung.data.augment.Crop;
import org.vung.data.augment.Pair;
import org.vung.data.augment.Recipe;
import org.vung.data.augment.warp.Border;
import org.vung.data.file.ClassList;
import org.vung.data.order.SplitMix64;
import org.vung.data.split.Subset;
import org.vung.data.view.Components;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.label.Palette;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.rcnn.NamedRcnn;
import org.vung.nets.model.rcnn.Rcnn;
import org.vung.nets.model.rcnn.RcnnParts;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.parallel.Group;
import org.vung.torch.rcnn.Detecting;
import org.vung.torch.rcnn.Detector;
import org.vung.torch.rcnn.Learning;
import org.vung.torch.rcnn.Lesson;
import org.vung.torch.rcnn.Proposing;
import org.vung.torch.rcnn.Resizing;
import org.vung.torch.rcnn.box.Anchors;
import org.vung.torch.rcnn.roi.Pasting;
import org.vung.torch.run.Precision;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;
import org.vung.torch.train.network.TrainableParts;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.task.Lessons;
import org.vung.torch.train.task.Look;
import org.vung.torch.train.task.PlannedNetwork;
import org.vung.torch.train.task.Task;

/**
 * Objects one by one, by Faster or Mask R-CNN. The network sees windows of one size, cut from images that were resized and changed;
 * changes of scale make it see objects at many sizes. A network that starts from no weights learns its norms, too; one that starts
 * from some keeps them, as torchvision does.
 */
public final class DetectionTask implements Task {

    private static final LabelClass GROUND = new LabelClass("background", 0);

    private final Plan plan;
    private final Subset training;
    private final Subset held;
    private final List<LabelClass> classes;
    private final Graph graph;
    private final Detector.Options options;
    private final Learning learning;
    private final Recipe recipe;

    /**
     * Works a plan out.
     *
     * @param plan what is wanted, of a network that finds objects one by one
     * @param training what is learned from, objects
     * @param held what is judged by
     * @throws IllegalArgumentException if the plan asks for something that is not there, or does not fit the data
     */
    public DetectionTask(Plan plan, Subset training, Subset held) {
        this.plan = plan;
        this.training = training;
        this.held = held;
        check(plan);
        Plan.Detector detector = plan.detector().orElseGet(Plan.Detector::usual);
        classes = new ArrayList<>(List.of(GROUND));
        training.classes().stream()
                .filter(each -> !ClassList.isGround(each))
                .forEach(each -> classes.add(visible(each, classes.size() - 1)));
        options = new Detector.Options(
                PlannedNetwork.preprocessing(plan),
                Resizing.parse(detector.resizing()),
                Anchors.parse(detector.anchors()),
                Proposing.parse(detector.proposals(), Proposing.USED),
                Detecting.parse(detector.objects()),
                Pasting.parse(detector.masks()));
        learning = Learning.parse(detector.learnAnchors(), detector.learnProposals(), detector.learnBoxes());
        graph = build();
        checkFits();
        Extent crop = plan.food().crop();
        recipe = Recipe.parse(plan.food().augment())
                .cropping(new Crop(crop.rows(), crop.columns(), plan.food().foreground(), Border.IGNORE));
    }

    /** A colour for a class that has none, so that it can be told from what is no object. */
    private static LabelClass visible(LabelClass of, int place) {
        return of.rgb() == GROUND.rgb()
                ? new LabelClass(of.name(), Palette.distinct().rgb(place))
                : of;
    }

    /** What belongs to networks of another kind. */
    private static void check(Plan plan) {
        Plan.Training training = plan.training();
        refuse("training.loss", Plan.DETECTORS_LOSS, training.loss());
        refuse("training.class-weights", List.of(), training.classWeights());
        refuse("training.pixel-weights", "none", training.pixelWeights());
        refuse("data.objects", "classes", plan.data().objects());
        refuse("model.depth", 0, plan.net().depth());
        refuse("model.encoder", "plain", plan.net().encoder());
        refuse("model.stride", 1, plan.net().stride());
    }

    private static void refuse(String key, Object must, Object got) {
        if (!got.equals(must)) {
            throw new IllegalArgumentException(key + " must be " + must
                    + " for a network that finds objects one by one, got " + got + "; leave it away");
        }
    }

    private Graph build() {
        NamedRcnn named = NamedRcnn.of(plan.net().model()).orElseThrow();
        Extent crop = plan.food().crop();
        Rcnn.Options built = named.options(classes.size(), plan.net().width())
                .withAnchors(options.anchors().perPlace());
        return Rcnn.of(
                named.toString(),
                plan.net().weights().isEmpty() ? built.withLiveNorms() : built,
                new Shape(plan.net().colours().channels(), crop.rows(), crop.columns()));
    }

    private void checkFits() {
        int multiple = options.resizing().multiple();
        Extent crop = plan.food().crop();
        if (crop.rows() % multiple != 0 || crop.columns() % multiple != 0) {
            throw new IllegalArgumentException("food.crop must be a multiple of " + multiple
                    + " along each side, as detector.resizing says, got " + crop.rows() + "x" + crop.columns());
        }
        int levels = RcnnParts.backbone(graph).outputs().size();
        if (options.anchors().levels().size() != levels) {
            throw new IllegalArgumentException("detector.anchors must have sizes for the " + levels + " levels of "
                    + graph.name() + ", got " + options.anchors().text());
        }
    }

    /**
     * The data set as it is learned from.
     *
     * @param plan says how objects are seen
     * @param set any; connected parts of classes are objects
     * @return objects
     * @throws IOException if a truth cannot be read
     */
    public static Dataset view(Plan plan, Dataset set) throws IOException {
        return Components.of(set);
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public Preprocessing preprocessing() {
        return options.preprocessing();
    }

    @Override
    public List<LabelClass> classes() {
        return classes;
    }

    @Override
    public Map<String, String> settings() {
        return options.settings();
    }

    @Override
    public List<String> columns() {
        return Judge.columns(RcnnParts.hasMasks(graph), classes);
    }

    @Override
    public Lessons<SceneBatch> lessons(Numbers start, Precision precision, Group all, Group norms) {
        Turns.Part part = new Turns.Part(all.rank(), all.ranks(), plan.seed());
        Turns turns = new Turns(training.items().size(), plan.food().batch(), part);
        Scenes scenes = new Scenes(training, categories(), preprocessing(), options.resizing());
        TrainableParts network = new TrainableParts(graph, start, precision, norms);
        Lesson lesson = new Lesson(network, options.anchors(), learning);
        return new Lessons<>(
                network.parameters(),
                new Batches<>(new SceneBatches(
                        scenes, recipe, preprocessing(), plan.food().crop(), turns)),
                turns,
                (batch, index) -> lesson.of(
                                batch.input(),
                                batch.seen(),
                                batch.targets(),
                                SplitMix64.at(part.seed(), index * part.ranks() + part.rank()))
                        .sum());
    }

    /** The network's class for each of the set's. */
    private List<Integer> categories() {
        List<String> names = classes.stream().map(LabelClass::name).toList();
        return training.classes().stream()
                .map(each -> Math.max(0, names.indexOf(each.name())))
                .toList();
    }

    @Override
    public Look look(ModelFile model, BiConsumer<Integer, LabelMap> answers) throws IOException {
        try (Detector detector = Detector.of(model, options, Precision.AUTO)) {
            double shown = options.detecting().shown();
            return new Judge(held, classes, RcnnParts.hasMasks(graph), shown).look(detector, answers);
        }
    }

    @Override
    public Pair shown(int index) throws IOException {
        return Judge.shown(held, index);
    }

    @Override
    public boolean ofObjects() {
        return true;
    }
}
