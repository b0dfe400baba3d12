package org.vung.torch.train.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.data.stats.DataStats;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.run.Precision;

/** A plan for pix2pix: the paper's, at a size and width that the machine can take. */
public final class PictureFingerprint {

    private static final int LEAST_SIDE = 32;
    private static final int FEW_CORES = 8;
    private static final int EPOCHS = 200;
    private static final int FEW_EPOCHS = 60;
    private static final int LOOKS = 10;

    private PictureFingerprint() {}

    /**
     * Plans.
     *
     * @param stats what is in the set
     * @param machine where
     * @param name of the run
     * @param data where the set is; the share held back is chosen here
     * @return the plan and why
     * @throws IllegalArgumentException if nothing can be learned from the set; the message says why
     */
    public static Fingerprint of(DataStats stats, Fingerprint.Machine machine, String name, Plan.Data data) {
        Map<String, String> why = new LinkedHashMap<>();
        Plan.Data held = Fingerprint.held(stats, machine, data, why);
        boolean few = machine.cores() < FEW_CORES;
        int side = side(Fingerprint.median(stats), few ? 128 : 256, why);
        why.put("model.width", few ? "half of the paper's, for " + machine.cores() + " cores" : "the paper's");
        why.put("food.augment", "the paper's: a little larger, a window cut, mirrored");
        why.put("food.batch", "the paper's: norms then look at one picture, as they do later");
        int epochs = few ? FEW_EPOCHS : EPOCHS;
        long steps = Math.max(LOOKS, Math.round(stats.images() * (1 - held.validation()) * epochs));
        why.put("training.steps", "every picture " + epochs + " times");
        why.put("training.loss", "the paper's: 100 times the distance, and a discriminator that sees the image");
        why.put("training.schedule", "the paper's: the second half of the steps down to nothing");
        return new Fingerprint(
                new Plan(
                        name,
                        0,
                        held,
                        new Plan.Net(Plan.PIX2PIX, few ? 32 : 64, 0, "plain", 1, Preprocessing.Colours.RGB, "", ""),
                        Optional.empty(),
                        new Plan.Food(new Extent(side, side), 0, Usual.PICTURES.augment(), Usual.PICTURES.batch(), 1),
                        new Plan.Training(
                                steps,
                                Usual.PICTURES.loss(),
                                List.of(),
                                "none",
                                0.5,
                                Usual.PICTURES.optimiser(),
                                Usual.PICTURES.schedule(),
                                0,
                                0,
                                Precision.AUTO,
                                false),
                        new Plan.Watch(Math.max(1, steps / LOOKS), 0, 60)),
                why);
    }

    /** The largest power of two in the images. */
    private static int side(Size median, int most, Map<String, String> why) {
        int shorter = Math.min(median.height(), median.width());
        if (shorter < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "pictures must have at least 32 rows and columns for pix2pix, got " + median);
        }
        int side = Math.min(most, Integer.highestOneBit(shorter));
        why.put("food.crop", "pictures are " + median + "; a power of two, as halvings to one pixel need");
        return side;
    }
}
