package org.vung.torch.train.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vung.data.stats.DataStats;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.run.Precision;

/**
 * A plan for a network that finds objects one by one: how large the objects are decides the size of the images and the anchors, the
 * rest is as for classes.
 */
public final class DetectorFingerprint {

    private static final int LEVELS = 5;
    private static final int STEP = 32;
    private static final int PASSES = 40;
    private static final long LEAST_STEPS = 1000;
    private static final long MOST_STEPS = 40_000;
    private static final int BATCH = 2;

    /** Objects larger than this share of the window would be cut by most windows. */
    private static final double LARGEST = 0.6;

    /** Height over width, or width over height, of the middle object from which on it matters how objects are turned. */
    private static final double ORIENTED = 1.2;

    /** Eight places of the finest maps: anchors of larger objects stand on coarser ones. */
    private static final int FINEST = 32;

    /** What COCO looks at in an image. */
    private static final int USUAL_MOST = 100;

    private DetectorFingerprint() {}

    /**
     * Plans.
     *
     * @param model the network's name
     * @param stats what is in the set
     * @param sizes of its objects
     * @param traits what its images are like, seen as classes
     * @param machine where
     * @param name of the run
     * @param data where the set is; the share held back is chosen here
     * @return the plan and why
     * @throws IllegalArgumentException if nothing can be learned from the set; the message says why
     */
    public static Fingerprint of(
            String model,
            DataStats stats,
            ObjectSizes sizes,
            Traits traits,
            Fingerprint.Machine machine,
            String name,
            Plan.Data data) {
        Map<String, String> why = new LinkedHashMap<>();
        Plan.Data held = Fingerprint.held(stats, machine, data, why);
        int most = machine.cores() >= 16 ? 512 : 256;
        Size median = Fingerprint.median(stats);
        double factor = Math.min(1, LARGEST * most / sizes.large());
        Plan.Detector detector = detector(model, sizes, median, factor, why);
        Extent crop = crop(median, factor, most, why);
        Plan.Net net = net(model, traits, machine, why);
        double windows = Math.max(1, factor * factor * median.pixels() / (crop.rows() * crop.columns()));
        Plan.Training training = training(stats, held, windows, why);
        why.put("food.foreground", windows > 1.5 ? "half of the windows on an object" : "windows show objects anyway");
        Plan.Food food = new Plan.Food(
                crop,
                windows > 1.5 ? 0.5 : 0,
                Fingerprint.augment(isOriented(sizes) ? upright(traits) : traits, crop, why),
                BATCH,
                1);
        why.put("watch.every", "ten looks at the images held back");
        return new Fingerprint(
                new Plan(
                        name,
                        0,
                        held,
                        net,
                        Optional.of(detector),
                        food,
                        training,
                        new Plan.Watch(Math.max(1, training.steps() / 10), 0, 60)),
                why);
    }

    /** Objects that are taller than wide, or wider than tall, stand or lie: pictures have an up. */
    private static boolean isOriented(ObjectSizes sizes) {
        return Math.abs(Math.log(sizes.wide() * sizes.tall())) > 2 * Math.log(ORIENTED);
    }

    private static Traits upright(Traits traits) {
        return new Traits(traits.grey(), 1, traits.sided(), traits.grounds());
    }

    private static Plan.Detector detector(
            String model, ObjectSizes sizes, Size median, double factor, Map<String, String> why) {
        String spread = String.format(Locale.ROOT, "%.0f … %.0f", sizes.small(), sizes.large());
        String resizing = "keep";
        if (factor < 1) {
            int shorter = Math.max(STEP, (int) (factor * Math.min(median.height(), median.width())));
            int longer = Math.max(shorter, (int) Math.ceil(2.0 * shorter));
            resizing = "fit:shorter=" + shorter + ",longer=" + longer;
            why.put("detector.resizing", "objects of " + spread + " pixels come down to windows that hold them");
        } else {
            why.put("detector.resizing", "objects of " + spread + " pixels fit into the windows");
        }
        boolean pyramid = !model.endsWith("-c4");
        String anchors = "anchors:sizes=" + sizes(factor * sizes.small(), factor * sizes.large(), pyramid) + ",aspects="
                + aspects(sizes);
        why.put(
                "detector.anchors",
                String.format(
                        Locale.ROOT,
                        "sides of %s pixels, half of them up to %.0f; heights over widths of %.2f … %.2f",
                        spread,
                        sizes.middle(),
                        sizes.wide(),
                        sizes.tall()));
        Plan.Detector usual = Plan.Detector.usual();
        String objects = usual.objects();
        if (sizes.most() > USUAL_MOST) {
            objects = "objects:most=" + (sizes.most() * 3 / 2 + 99) / 100 * 100;
            why.put("detector.objects", "an image has up to " + sizes.most());
        }
        why.put("detector.learn-boxes", "half of the usual number, since windows are small");
        return new Plan.Detector(
                resizing,
                anchors,
                usual.proposals(),
                objects,
                usual.masks(),
                usual.learnAnchors(),
                usual.learnProposals(),
                "choice:boxes=256");
    }

    /** The smallest objects on the finest level, twice the size a level, up to the largest; or all of them on the only one. */
    private static String sizes(double small, double large, boolean pyramid) {
        double finest = Math.max(small, large / (Math.sqrt(2) * (1 << (LEVELS - 1))));
        int even = (int) Math.max(4, Math.min(FINEST, 2 * Math.round(finest / 2)));
        return IntStream.range(0, LEVELS)
                .mapToObj(level -> Integer.toString(even << level))
                .collect(Collectors.joining(pyramid ? "/" : "+"));
    }

    /** Square ones, and as wide and as tall ones as one object in ten is. */
    private static String aspects(ObjectSizes sizes) {
        double wide = Math.max(0.2, Math.min(0.8, sizes.wide()));
        double tall = Math.max(1.25, Math.min(5, sizes.tall()));
        return String.format(Locale.ROOT, "%.1f/1/%.1f", wide, tall);
    }

    private static Extent crop(Size median, double factor, int most, Map<String, String> why) {
        int rows = side(factor * median.height(), most);
        int columns = side(factor * median.width(), most);
        why.put(
                "food.crop",
                "images are " + Math.round(factor * median.height()) + "x" + Math.round(factor * median.width())
                        + " in the middle as the network sees them, windows up to " + most + "x" + most);
        return new Extent(rows, columns);
    }

    private static int side(double length, int most) {
        return Math.max(2 * STEP, Math.min(most, (int) Math.ceil(length / STEP) * STEP));
    }

    private static Plan.Net net(String model, Traits traits, Fingerprint.Machine machine, Map<String, String> why) {
        int width = machine.cores() >= 16 ? 0 : 16;
        if (width > 0) {
            why.put("model.width", machine.cores() + " cores compute a quarter of the usual maps in fair time");
        }
        boolean alike = traits.grounds().canBeMadeAlike();
        boolean grey = traits.grey() || alike;
        why.put("model.colours", Fingerprint.colours(traits));
        if (alike) {
            why.put("model.contrast", Fingerprint.contrast(traits, "the ground"));
        }
        return new Plan.Net(
                model,
                width,
                0,
                "plain",
                1,
                grey ? Preprocessing.Colours.GREY : Preprocessing.Colours.RGB,
                alike ? Fingerprint.ALIKE : "",
                "");
    }

    private static Plan.Training training(DataStats stats, Plan.Data data, double windows, Map<String, String> why) {
        double all = stats.images() * (1 - data.validation()) * windows * PASSES / BATCH;
        long steps = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.round(all / 100) * 100));
        why.put(
                "training.steps",
                "every object about " + Math.round(steps * BATCH / (stats.images() * (1 - data.validation()) * windows))
                        + " times");
        why.put("training.optimiser", "AdamW forgives a rate that is not tuned");
        why.put("training.clip", "a single odd window must not undo what was learned");
        why.put("training.average", "the mean over steps is better than the last one");
        return new Plan.Training(
                steps,
                Plan.DETECTORS_LOSS,
                List.of(),
                "none",
                0.5,
                "adamw:rate=0.001,decay=0.01",
                "cosine:warmup=200",
                10,
                0.995,
                Precision.AUTO,
                false);
    }
}
