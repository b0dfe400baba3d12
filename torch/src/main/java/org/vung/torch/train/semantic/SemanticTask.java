package org.vung.torch.train.semantic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.vung.data.Dataset;
import org.vung.data.augment.Crop;
import org.vung.data.augment.Pair;
import org.vung.data.augment.Recipe;
import org.vung.data.augment.warp.Border;
import org.vung.data.split.Subset;
import org.vung.data.view.ObjectView;
import org.vung.data.weight.BorderWeights;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;
import org.vung.torch.train.feed.Batch;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.PairBatches;
import org.vung.torch.train.feed.Pairs;
import org.vung.torch.train.feed.PixelWeights;
import org.vung.torch.train.feed.Turns;
import org.vung.torch.train.loss.Loss;
import org.vung.torch.train.loss.Losses;
import org.vung.torch.train.loss.Target;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.task.Lessons;
import org.vung.torch.train.task.Look;
import org.vung.torch.train.task.PlannedNetwork;
import org.vung.torch.train.task.Task;

/** A class for every pixel. */
public final class SemanticTask implements Task {

    private final Plan plan;
    private final Subset training;
    private final Pairs held;
    private final Graph graph;
    private final Preprocessing preprocessing;
    private final Loss loss;
    private final Recipe recipe;

    /**
     * Works a plan out.
     *
     * @param plan what is wanted
     * @param training what is learned from
     * @param held what is judged by
     * @param other a network that has no name, or null for the plan's
     * @throws IllegalArgumentException if the plan asks for something that is not there, or does not fit the data
     */
    public SemanticTask(Plan plan, Subset training, Subset held, @Nullable Graph other) {
        this.plan = plan;
        this.training = training;
        graph = other == null ? PlannedNetwork.graph(plan, training.classes().size()) : other;
        if (plan.detector().isPresent()) {
            throw new IllegalArgumentException("detector must go with a network that finds objects one by one, got "
                    + graph.name() + "; leave the section away or name another, such as maskrcnn-resnet18-fpn");
        }
        int weights = plan.training().classWeights().size();
        if (weights > 0 && weights != training.classes().size()) {
            throw new IllegalArgumentException(
                    "training.class-weights must be " + training.classes().size() + ", one a class, got " + weights);
        }
        preprocessing = PlannedNetwork.preprocessing(plan);
        this.held = new Pairs(held, preprocessing);
        loss = Losses.parse(plan.training().loss(), plan.training().classWeights());
        Extent crop = plan.food().crop();
        recipe = Recipe.parse(plan.food().augment())
                .cropping(new Crop(crop.rows(), crop.columns(), plan.food().foreground(), Border.MIRROR));
    }

    /**
     * The data set as it is learned from.
     *
     * @param plan says how objects are seen
     * @param set any
     * @return a class for each pixel
     * @throws IOException if a truth cannot be read
     */
    public static Dataset view(Plan plan, Dataset set) throws IOException {
        return ObjectView.parse(plan.data().objects()).of(set);
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public List<LabelClass> classes() {
        return training.classes();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(
                List.of("validation/loss", "validation/miou", "validation/accuracy", "validation/dice"));
        classes().forEach(one -> columns.add("iou/" + one.name()));
        return columns;
    }

    @Override
    public Lessons<Batch> lessons(Numbers start, Precision precision, Group all, Group norms) {
        Batch.Form form = form();
        Turns turns =
                new Turns(training.items().size(), form.count(), new Turns.Part(all.rank(), all.ranks(), plan.seed()));
        TrainableNetwork network = new TrainableNetwork(graph, start, precision, norms);
        return new Lessons<>(
                network.parameters(),
                new Batches<>(new PairBatches(
                        new Pairs(training, preprocessing), recipe, pixelWeights(), preprocessing, form, turns)),
                turns,
                (batch, index) -> loss(network, batch));
    }

    /** The main output's, and a share of each auxiliary one's. */
    private Tensor loss(TrainableNetwork network, Batch batch) {
        Target target = batch.target();
        Tensor sum = null;
        for (Tensor scores : network.forward(batch.input()).values()) {
            Tensor own = loss.of(scores, target);
            sum = sum == null ? own : sum.add(own, new Scalar(plan.training().auxiliary()));
        }
        if (sum == null) {
            throw new IllegalStateException(graph + " must have an output");
        }
        return sum;
    }

    private Batch.Form form() {
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
        return new Batch.Form(plan.food().batch(), in.height(), in.width(), in.channels(), out.height(), out.width());
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

    @Override
    public Look look(ModelFile model, BiConsumer<Integer, LabelMap> answers) throws IOException {
        return new Validation(held).look(model, answers);
    }

    @Override
    public Pair shown(int index) throws IOException {
        return held.at(index);
    }

    @Override
    public boolean ofObjects() {
        return false;
    }
}
