package org.vung.torch.gan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vung.data.Dataset;
import org.vung.data.augment.Pair;
import org.vung.data.split.Subset;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.image.resample.Resampling;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.Answer;
import org.vung.nets.file.ModelFile;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.pix2pix.Discriminator;
import org.vung.nets.model.pix2pix.Generator;
import org.vung.nets.numbers.Numbers;
import org.vung.nets.numbers.RandomStart;
import org.vung.torch.parallel.Group;
import org.vung.torch.record.report.Report;
import org.vung.torch.run.Precision;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.task.Lessons;
import org.vung.torch.train.task.Look;
import org.vung.torch.train.task.Task;

/**
 * Pictures of pictures, by pix2pix (Isola et al. 2017, arXiv:1611.07004): a U-Net of the generator's kind and a discriminator of 70×70
 * patches. How good a picture is no number here says; looks give its likeness to the real one, and a sheet to look at.
 */
public final class PictureTask implements Task {

    /** From a picture to what the network makes, −1 … 1. */
    static final Preprocessing TARGET = Preprocessing.centred(Preprocessing.Colours.RGB);

    private static final int SHOWN = 6;
    private static final int LARGEST = 192;

    private final Plan plan;
    private final Subset training;
    private final PicturePairs held;
    private final Preprocessing preprocessing;
    private final PictureLoss loss;
    private final Jitter jitter;
    private final Graph generator;
    private @Nullable PictureLesson lesson;

    /**
     * Works a plan out.
     *
     * @param plan what is wanted
     * @param training what is learned from, pictures
     * @param held what is judged by
     * @throws IllegalArgumentException if the plan asks for something that is not there
     */
    public PictureTask(Plan plan, Subset training, Subset held) {
        this.plan = plan;
        this.training = training;
        this.held = new PicturePairs(held);
        check(plan);
        loss = PictureLoss.parse(plan.training().loss());
        jitter = Jitter.parse(plan.food().augment());
        preprocessing = Preprocessing.centred(plan.net().colours());
        Extent crop = plan.food().crop();
        int levels = plan.net().depth() > 0 ? plan.net().depth() : Generator.levels(crop.rows(), crop.columns());
        if (levels < 5) {
            throw new IllegalArgumentException(
                    "food.crop must be powers of two of at least 32 for pix2pix, such as 128x128, got " + crop.rows()
                            + "x" + crop.columns());
        }
        generator = Generator.of(shape(preprocessing.colours().channels()), 3, width(), levels);
    }

    /**
     * Whether a plan asks for this.
     *
     * @param plan any
     * @return true for a network called {@code pix2pix}
     */
    public static boolean named(Plan plan) {
        return plan.net().model().equals(Plan.PIX2PIX);
    }

    /**
     * The data set as it is learned from.
     *
     * @param set any
     * @return the same
     * @throws IOException if its first truth cannot be read
     * @throws IllegalArgumentException if its images do not become pictures
     */
    public static Dataset view(Dataset set) throws IOException {
        if (!set.items().isEmpty()) {
            PicturePairs.checked(set.truth(0), set.name());
        }
        return set;
    }

    /** What belongs to networks of another kind. */
    private static void check(Plan plan) {
        refuse("training.class-weights", List.of(), plan.training().classWeights());
        refuse("training.pixel-weights", "none", plan.training().pixelWeights());
        refuse("data.objects", "classes", plan.data().objects());
        refuse("model.encoder", "plain", plan.net().encoder());
        refuse("model.stride", 1, plan.net().stride());
        refuse("model.contrast", "", plan.net().contrast());
        refuse("model.weights", "", plan.net().weights());
        refuse("food.foreground", 0.0, plan.food().foreground());
        refuse("food.accumulate", 1, plan.food().accumulate());
        refuse("detector", Optional.empty(), plan.detector());
    }

    private static void refuse(String key, Object must, Object got) {
        if (!got.equals(must)) {
            throw new IllegalArgumentException(key + " must be left away for pix2pix, got " + got);
        }
    }

    private int width() {
        return plan.net().width() > 0 ? plan.net().width() : Generator.WIDTH;
    }

    private Shape shape(int channels) {
        Extent crop = plan.food().crop();
        return new Shape(channels, crop.rows(), crop.columns());
    }

    @Override
    public Graph graph() {
        return generator;
    }

    @Override
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public List<LabelClass> classes() {
        return List.of();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Answer answer() {
        return Answer.PICTURE;
    }

    @Override
    public boolean choosesBest() {
        return false;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("validation/likeness", "loss/l1"));
        if (loss.gan() > 0) {
            columns.addAll(List.of("loss/discriminator", "loss/generator"));
        }
        return columns;
    }

    @Override
    public Lessons<PictureBatch> lessons(Numbers start, Precision precision, Group all, Group norms) {
        Turns turns = new Turns(
                training.items().size(), plan.food().batch(), new Turns.Part(all.rank(), all.ranks(), plan.seed()));
        TrainableNetwork maker = new TrainableNetwork(generator, start, precision, norms);
        TrainableNetwork judge = loss.gan() == 0 ? null : discriminator(precision, norms);
        PictureLesson own = new PictureLesson(loss, maker, judge);
        lesson = own;
        Extent crop = plan.food().crop();
        return new Lessons<>(
                maker.parameters(),
                new Batches<>(new PictureBatches(
                        new PicturePairs(training),
                        jitter,
                        preprocessing,
                        new Size(crop.rows(), crop.columns()),
                        turns)),
                turns,
                own,
                judge == null ? null : own);
    }

    private TrainableNetwork discriminator(Precision precision, Group norms) {
        int seen = loss.conditional() ? preprocessing.colours().channels() + 3 : 3;
        Graph graph = Discriminator.of(shape(seen), width());
        return new TrainableNetwork(graph, new RandomStart(graph, plan.seed() + 1), precision, norms);
    }

    @Override
    public Look look(ModelFile model, BiConsumer<Integer, LabelMap> answers) throws IOException {
        List<Double> images = new ArrayList<>();
        List<List<Image>> rows = new ArrayList<>();
        double sum = 0;
        try (Translator translator = new Translator(model, plan.seed())) {
            Size size = translator.size();
            for (int at = 0; at < held.count(); at++) {
                PicturePairs.Pair pair = held.at(at);
                Image made = translator.translate(pair.image());
                Image real = Resampling.picture(pair.picture(), size);
                images.add(likeness(made, real));
                sum += images.get(at);
                if (at < SHOWN) {
                    rows.add(List.of(pair.image(), made, real));
                }
            }
            Map<String, Double> more = new LinkedHashMap<>();
            if (lesson != null) {
                lesson.parts().forEach((part, mean) -> more.put("loss/" + part, mean));
            }
            double mean = images.isEmpty() ? Double.NaN : sum / images.size();
            return new Look(
                    List.of(new Look.Score("likeness", "validation/likeness", mean)),
                    more,
                    images,
                    new Report.Scores(List.of(), Report.Confusion.NONE),
                    rows.isEmpty() ? Optional.empty() : Optional.of(Sheet.of(rows, shown(size))));
        }
    }

    private static Size shown(Size size) {
        int factor = Math.max(1, (Math.max(size.height(), size.width()) + LARGEST - 1) / LARGEST);
        return new Size(Math.max(1, size.height() / factor), Math.max(1, size.width() / factor));
    }

    /** 1 minus the mean absolute difference of all samples, as shares of the range. */
    private static double likeness(Image made, Image real) {
        byte[] one = made.sharedBytes();
        byte[] two = real.sharedBytes();
        long sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += Math.abs((one[at] & 0xFF) - (two[at] & 0xFF));
        }
        return 1 - sum / (255.0 * one.length);
    }

    @Override
    public Pair shown(int index) {
        throw new UnsupportedOperationException("pictures have no labels to show");
    }

    @Override
    public boolean ofObjects() {
        return false;
    }
}
