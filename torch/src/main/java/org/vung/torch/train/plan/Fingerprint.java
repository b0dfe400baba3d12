package org.vung.torch.train.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vung.data.stats.DataStats;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.graph.Cost;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.Models;
import org.vung.torch.run.Precision;

/**
 * A plan for a data set nobody has planned for, by rules over what is in it, and a reason for each choice. After the idea of nnU-Net
 * (Isensee et al., Nature Methods 2021): what a set is decides the size of the window, the depth and the batch; the rest is fixed.
 *
 * @param plan to be trained
 * @param reasons one line each, by {@code section.key}
 */
public record Fingerprint(Plan plan, Map<String, String> reasons) {

    private static final int STEP = 32;
    private static final int LEAST_BOTTOM = 8;
    private static final long BYTES_A_NUMBER = 8; // of a map: itself and its gradient, float32
    private static final int PASSES = 50;
    private static final long LEAST_STEPS = 500;
    private static final long MOST_STEPS = 20_000;
    private static final int JUDGES = 200;

    /** What makes one kind of light and dark grounds. */
    static final String ALIKE = "stretch,dark-ground";

    /**
     * Where it is to be trained.
     *
     * @param memory that training may take, bytes
     * @param cores that compute
     */
    public record Machine(long memory, int cores) {}

    /** Keeps the order of the reasons. */
    public Fingerprint {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * Plans.
     *
     * @param stats what is in the set
     * @param traits what its images are like
     * @param machine where
     * @param name of the run
     * @param data where the set is; share and folds are chosen here
     * @return the plan and why
     * @throws IllegalArgumentException if nothing can be learned from the set; the message says why
     */
    public static Fingerprint of(DataStats stats, Traits traits, Machine machine, String name, Plan.Data data) {
        check(stats);
        Map<String, String> why = new LinkedHashMap<>();
        Plan.Data held = held(stats, machine, data, why);
        Extent crop = crop(stats, machine, why);
        Plan.Net net = net(stats, traits, machine, crop, why);
        int batch = batch(stats, machine, crop, net, why);
        double windows = Math.max(1, median(stats).pixels() / (double) (crop.rows() * crop.columns()));
        Plan.Training training = training(stats, held, windows, batch, why);
        Plan.Food food = new Plan.Food(crop, foreground(stats, windows, why), augment(traits, crop, why), batch, 1);
        long every = Math.max(1, training.steps() / 10);
        why.put("watch.every", "ten looks at the images held back");
        return new Fingerprint(
                new Plan(name, 0, held, net, Optional.empty(), food, training, new Plan.Watch(every, 0, 60)), why);
    }

    private static void check(DataStats stats) {
        if (stats.images() == 0) {
            throw new IllegalArgumentException(
                    "data set " + stats.name() + " must have images, got 0; see 'vung data stats'");
        }
        if (stats.kind().equals("objects")) {
            throw new IllegalArgumentException("truth of " + stats.name()
                    + " must be a class for each pixel, got objects; see them as classes, as with --set"
                    + " data.objects=borders");
        }
        if (stats.classes().size() < 2 || present(stats).size() < 2) {
            throw new IllegalArgumentException("truth of " + stats.name() + " must show at least 2 classes, got "
                    + present(stats).size() + " of " + stats.classes().size() + "; see 'vung data stats'");
        }
    }

    private static List<DataStats.ClassCount> present(DataStats stats) {
        return stats.classes().stream().filter(each -> each.pixels() > 0).toList();
    }

    static Plan.Data held(DataStats stats, Machine machine, Plan.Data data, Map<String, String> why) {
        long answer = largest(stats) * stats.classes().size() * 4L;
        double share;
        if (stats.groups() < 2) {
            share = 0;
            why.put("data.validation", "one image or group, so nothing is held back and nothing is measured");
        } else if (answer * 2 > machine.memory()) {
            share = 0;
            why.put(
                    "data.validation",
                    "an answer for the largest image takes " + giga(answer)
                            + ", too much to judge by whole images here");
        } else if (stats.images() * 0.2 > JUDGES) {
            share = rounded((double) JUDGES / stats.images());
            why.put("data.validation", "some " + JUDGES + " of " + stats.images() + " images judge well enough");
        } else {
            share = 0.2;
            why.put("data.validation", "a fifth of " + stats.images() + " images in " + stats.groups() + " groups");
        }
        return data.holding(share);
    }

    /** Three digits are enough; never rounded to nothing. */
    private static double rounded(double share) {
        return Math.max(1, Math.round(share * 1000)) / 1000.0;
    }

    /** The size that half of the images do not exceed, side by side. */
    static Size median(DataStats stats) {
        return new Size(
                median(stats.sizes().stream()
                        .map(each -> new int[] {each.size().height(), each.images()})
                        .toList()),
                median(stats.sizes().stream()
                        .map(each -> new int[] {each.size().width(), each.images()})
                        .toList()));
    }

    private static int median(List<int[]> counted) {
        List<int[]> sorted = new ArrayList<>(counted);
        sorted.sort(Comparator.comparingInt(pair -> pair[0]));
        long all = sorted.stream().mapToLong(pair -> pair[1]).sum();
        long seen = 0;
        for (int[] pair : sorted) {
            seen += pair[1];
            if (2 * seen >= all) {
                return pair[0];
            }
        }
        throw new IllegalStateException("sizes must not be empty");
    }

    private static long largest(DataStats stats) {
        return stats.sizes().stream()
                .mapToLong(each -> (long) each.size().height() * each.size().width())
                .max()
                .orElse(0);
    }

    private static Extent crop(DataStats stats, Machine machine, Map<String, String> why) {
        int most = machine.cores() >= 16 && machine.memory() >= 32L << 30 ? 512 : 256;
        Size median = median(stats);
        int rows = side(median.height(), most);
        int columns = side(median.width(), most);
        String size = "images are " + median.height() + "x" + median.width() + " in the middle";
        why.put(
                "food.crop",
                rows >= median.height() && columns >= median.width()
                        ? size + "; whole ones, in multiples of " + STEP
                        : size + "; " + machine.cores() + " cores compute windows of up to " + most + "x" + most);
        return new Extent(rows, columns);
    }

    private static int side(int length, int most) {
        return Math.max(STEP, Math.min(most, (length + STEP - 1) / STEP * STEP));
    }

    private static Plan.Net net(DataStats stats, Traits traits, Machine machine, Extent crop, Map<String, String> why) {
        int shorter = Math.min(crop.rows(), crop.columns());
        int depth = Math.min(shorter >= 512 ? 5 : 4, 31 - Integer.numberOfLeadingZeros(shorter / LEAST_BOTTOM));
        int own = machine.cores() >= 8 ? 32 : 16;
        int width = Math.max(own, (stats.classes().size() + 7) / 8 * 8);
        boolean alike = traits.grounds().canBeMadeAlike();
        Preprocessing.Colours colours = traits.grey() || alike ? Preprocessing.Colours.GREY : Preprocessing.Colours.RGB;
        why.put("model.name", "learns from few images and keeps thin borders");
        why.put(
                "model.width",
                width > own
                        ? "as many maps as " + stats.classes().size() + " classes"
                        : machine.cores() + " cores compute " + own + " maps in fair time");
        why.put("model.depth", "halves the window's " + shorter + " pixels to " + (shorter >> depth));
        why.put("model.colours", colours(traits));
        if (alike) {
            why.put("model.contrast", contrast(traits, stats.classes().get(0).name()));
        }
        return new Plan.Net("unet", width, depth, "plain", 1, colours, alike ? ALIKE : "", "");
    }

    /** Why there are as many colours. */
    static String colours(Traits traits) {
        return traits.grey()
                ? "all images looked at are grey"
                : traits.grounds().canBeMadeAlike()
                        ? "light and dark grounds are made alike in grey"
                        : "the images have colours";
    }

    /** Why light grounds are made dark. */
    static String contrast(Traits traits, String ground) {
        Traits.Grounds grounds = traits.grounds();
        return "lighter than " + ground + " in " + grounds.lighter() + " images, darker in " + grounds.darker()
                + "; light images inverted, lighter in " + grounds.turned();
    }

    private static int batch(DataStats stats, Machine machine, Extent crop, Plan.Net net, Map<String, String> why) {
        var model = Models.named(net.model());
        long activations = Cost.of(model.graph(model.standard()
                        .withClasses(stats.classes().size())
                        .withChannels(net.colours().channels())
                        .withWidth(net.width())
                        .withDepth(net.depth())
                        .withSize(crop)))
                .activations();
        long pixels = 4L * 256 * 256;
        int wanted = (int) Math.max(2, Math.min(16, pixels / ((long) crop.rows() * crop.columns())));
        int batch = wanted;
        while (batch > 1 && batch * activations * BYTES_A_NUMBER > machine.memory() / 4) {
            batch /= 2;
        }
        String each = giga(activations * BYTES_A_NUMBER) + " of maps a window";
        why.put(
                "food.batch",
                batch < wanted
                        ? each + "; more does not fit into a quarter of " + giga(machine.memory())
                        : "as many pixels a step as four windows of 256x256, " + each);
        return batch;
    }

    /** Whether the rarest class has less than a quarter of a fair share of the pixels. */
    private static boolean isUneven(DataStats stats) {
        List<DataStats.ClassCount> present = present(stats);
        return present.stream().anyMatch(each -> each.share() < 0.25 / present.size());
    }

    private static Plan.Training training(
            DataStats stats, Plan.Data data, double windows, int batch, Map<String, String> why) {
        double images = stats.images() * (1 - data.validation());
        double all = images * windows * PASSES / batch;
        long steps = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.round(all / 100) * 100));
        String times = String.format(Locale.ROOT, "%.1f", steps * batch / (images * windows));
        why.put(
                "training.steps",
                "every pixel about " + times + " times"
                        + (steps == MOST_STEPS ? ", as far as " + MOST_STEPS + " steps go" : "")
                        + (steps == LEAST_STEPS ? ", for a network needs some steps" : ""));
        why.put("training.optimiser", "AdamW forgives a rate that is not tuned");
        why.put("training.average", "the mean over steps is better than the last one");
        return new Plan.Training(
                steps,
                "cross-entropy",
                classWeights(stats, why),
                "none",
                0.5,
                "adamw:rate=0.002,decay=0.01",
                "cosine:warmup=50",
                0,
                0.99,
                Precision.AUTO,
                false);
    }

    /** The root of the fair share over the share, so that a rare class counts more, but not as much more as it is rare. */
    private static List<Double> classWeights(DataStats stats, Map<String, String> why) {
        if (!isUneven(stats)) {
            why.put("training.class-weights", "no class is rare");
            return List.of();
        }
        int count = present(stats).size();
        DataStats.ClassCount rarest = present(stats).stream()
                .min(Comparator.comparingDouble(DataStats.ClassCount::share))
                .orElseThrow();
        why.put(
                "training.class-weights",
                rarest.name() + " has " + String.format(Locale.ROOT, "%.2g %%", 100 * rarest.share())
                        + " of the pixels; the root of what makes classes even, 0.2 to 5");
        return stats.classes().stream()
                .map(each -> each.pixels() == 0
                        ? 1.0
                        : Math.round(100 * Math.max(0.2, Math.min(5, Math.sqrt(1 / (count * each.share()))))) / 100.0)
                .toList();
    }

    private static double foreground(DataStats stats, double windows, Map<String, String> why) {
        double first = stats.classes().get(0).share();
        boolean wanted = windows > 1.5 && (first > 0.75 || isUneven(stats));
        why.put(
                "food.foreground",
                wanted
                        ? "a third of the windows on another class than "
                                + stats.classes().get(0).name() + ", which has "
                                + Math.round(100 * first) + " %"
                        : "windows show every class anyway");
        return wanted ? 0.33 : 0;
    }

    static List<String> augment(Traits traits, Extent crop, Map<String, String> why) {
        boolean upright = traits.upright() > 0.1;
        boolean sided = traits.sided() > 0.1;
        List<String> steps = new ArrayList<>();
        if (!upright || !sided) {
            steps.add("flip:horizontal=" + !sided + ",vertical=" + !upright);
        }
        if (!upright && !sided) {
            steps.add("turn");
        }
        if (traits.grey() && !upright && !sided) {
            int sigma = Math.max(2, Math.min(10, Math.min(crop.rows(), crop.columns()) / 25));
            steps.add("elastic:grid=3,sigma=" + sigma);
        }
        steps.add("rotate:degrees=" + (upright || sided ? 10 : 20));
        steps.add("scale:from=0.8,to=1.25");
        steps.add("brightness");
        steps.add("contrast");
        why.put(
                "food.augment",
                (upright ? "top and bottom differ, so nothing is upside down" : "no side is up")
                        + (sided ? "; left and right differ, so nothing is mirrored" : ""));
        return steps;
    }

    private static String giga(long bytes) {
        return bytes < 1_000_000_000
                ? Math.max(1, bytes / 1_000_000) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
