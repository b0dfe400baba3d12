package org.vung.torch.train.plan;

import java.util.List;
import java.util.Optional;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.run.Precision;

/**
 * What a training is to be. The same plan on the same data gives the same weights, bit for bit, on the same machine.
 *
 * @param name of the run and of the model
 * @param seed of all chance
 * @param data what is learned from
 * @param net what learns
 * @param detector what a network that finds objects one by one does between its parts; nothing for others
 * @param food how the data reaches the network
 * @param training how it learns
 * @param watch how it is watched
 */
public record Plan(
        String name,
        long seed,
        Data data,
        Net net,
        Optional<Detector> detector,
        Food food,
        Training training,
        Watch watch) {

    /** The loss of a network that finds objects one by one: the sum of its five. */
    public static final String DETECTORS_LOSS = "rcnn";

    /** The network that makes pictures of pictures, and its loss. */
    public static final String PIX2PIX = "pix2pix";

    /** Checks the name. */
    public Plan {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "name must be 1 … 64 letters, digits, '.', '_' or '-', got '" + name + "'");
        }
    }

    /**
     * What is learned from.
     *
     * @param path the folder
     * @param format its format, {@code auto} to look
     * @param objects how objects become classes, as {@link org.vung.data.view.ObjectView} takes it
     * @param validation share of the images, groups kept together, that is held back to judge by; unused with folds or held
     * @param held names of the images to hold back, in which * and ? stand for any letters and one; empty to draw them
     * @param folds how many parts the images are dealt into, 0 for none
     * @param fold which of them is held back, 0 … folds − 1
     */
    public record Data(
            String path, String format, String objects, double validation, List<String> held, int folds, int fold) {

        /** Checks the numbers. */
        public Data {
            held = List.copyOf(held);
            if (folds > 0 && !held.isEmpty()) {
                throw new IllegalArgumentException("held must be empty with folds, got " + held + " and " + folds
                        + " folds; leave one of them out");
            }
            if (!(validation >= 0 && validation < 1)) {
                throw new IllegalArgumentException(
                        "validation must be a share, at least 0 and below 1, got " + validation);
            }
            if (folds < 0 || folds == 1 || fold < 0 || (folds > 0 && fold >= folds)) {
                throw new IllegalArgumentException(
                        "folds must be 0 or at least 2 and fold below it, got " + folds + " and " + fold);
            }
        }

        /**
         * A folder as it is.
         *
         * @param path the folder
         * @param format its format, {@code auto} to look
         * @return objects as classes, nothing held back
         */
        public static Data of(String path, String format) {
            return new Data(path, format, "classes", 0, List.of(), 0, 0);
        }

        /**
         * The same elsewhere.
         *
         * @param other the folder
         * @return a copy
         */
        public Data at(String other) {
            return new Data(other, format, objects, validation, held, folds, fold);
        }

        /**
         * The same with objects seen otherwise.
         *
         * @param other how objects become classes
         * @return a copy
         */
        public Data seen(String other) {
            return new Data(path, format, other, validation, held, folds, fold);
        }

        /**
         * The same with a share held back.
         *
         * @param share of the images
         * @return a copy without folds
         */
        public Data holding(double share) {
            return new Data(path, format, objects, share, List.of(), 0, 0);
        }

        /**
         * The same with a part held back.
         *
         * @param parts how many there are
         * @param part which of them
         * @return a copy
         */
        public Data holding(int parts, int part) {
            return new Data(path, format, objects, validation, List.of(), parts, part);
        }
    }

    /**
     * What learns.
     *
     * @param model a network's name
     * @param width its channels at full size, 0 for the model's own
     * @param depth its halvings, 0 for the model's own
     * @param encoder its backbone, {@code plain} for none
     * @param stride pixels along each axis that one place of its finest maps stands for, 1 for the model as it is
     * @param colours the channels it takes
     * @param contrast what is done to a grey image before all else, such as {@code stretch,clahe=2:8x8}; empty for nothing
     * @param weights a {@code .vung} file to start from, empty for none
     */
    public record Net(
            String model,
            int width,
            int depth,
            String encoder,
            int stride,
            Preprocessing.Colours colours,
            String contrast,
            String weights) {}

    /**
     * What a network that finds objects one by one does between its parts, each as the text that {@code parse} of its class reads.
     *
     * @param resizing of images before all else, {@code keep} or {@code fit:shorter=800,longer=1333}
     * @param anchors boxes that proposals start from
     * @param proposals which of them are looked at when the network is used
     * @param objects which of those are told of
     * @param masks how they are laid into the image
     * @param learnAnchors which anchors a step learns from
     * @param learnProposals which proposals there are in training
     * @param learnBoxes which proposals a step learns from
     */
    public record Detector(
            String resizing,
            String anchors,
            String proposals,
            String objects,
            String masks,
            String learnAnchors,
            String learnProposals,
            String learnBoxes) {

        /**
         * torchvision's, on images at their own size.
         *
         * @return names without numbers, which stand for the usual ones
         */
        public static Detector usual() {
            return new Detector("keep", "anchors", "proposals", "objects", "masks", "choice", "proposals", "choice");
        }
    }

    /**
     * How the data reaches the network.
     *
     * @param crop rows and columns of what it sees at once
     * @param foreground share of the windows that are centred on a class other than the first
     * @param augment changes of image and mask, in this order; the window is cut after the last of them that changes shape
     * @param batch windows a pass
     * @param accumulate passes a step
     */
    public record Food(Extent crop, double foreground, List<String> augment, int batch, int accumulate) {

        /** Checks the numbers. */
        public Food {
            augment = List.copyOf(augment);
            if (batch < 1 || accumulate < 1 || batch > 4096 || accumulate > 4096) {
                throw new IllegalArgumentException(
                        "batch and accumulate must be 1 … 4096, got " + batch + " and " + accumulate);
            }
        }
    }

    /**
     * How it learns.
     *
     * @param steps of the optimiser
     * @param loss what is made small, such as {@code cross-entropy+dice}
     * @param classWeights what each class counts, empty for 1 each
     * @param pixelWeights what each pixel counts, {@code none} or {@code border:w0=10,sigma=5}
     * @param auxiliary what the loss of each further output counts beside the first's
     * @param optimiser such as {@code adamw:rate=0.001}
     * @param schedule of the rate, such as {@code cosine:warmup=100}
     * @param clip the longest gradient, 0 for any length
     * @param average memory of the mean over steps that becomes the model, 0 for the last step's numbers
     * @param precision of the products
     * @param syncNorm whether batch norms look at the images of all processes, not each at its own
     */
    public record Training(
            long steps,
            String loss,
            List<Double> classWeights,
            String pixelWeights,
            double auxiliary,
            String optimiser,
            String schedule,
            double clip,
            double average,
            Precision precision,
            boolean syncNorm) {

        /** Checks the numbers. */
        public Training {
            classWeights = List.copyOf(classWeights);
            if (steps < 1) {
                throw new IllegalArgumentException("steps must be at least 1, got " + steps);
            }
            if (classWeights.stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())) {
                throw new IllegalArgumentException("class-weights must be at least 0, got " + classWeights);
            }
            if (!(average >= 0 && average < 1)
                    || !(clip >= 0 && auxiliary >= 0)
                    || Double.isInfinite(clip + auxiliary)) {
                throw new IllegalArgumentException(
                        "average must be at least 0 and below 1, clip and auxiliary at least 0, got " + average + ", "
                                + clip + ", " + auxiliary);
            }
        }
    }

    /**
     * How it is watched.
     *
     * @param every steps between looks at the images held back
     * @param patience looks without a better score after which it stops, 0 for never
     * @param save seconds between checkpoints, at least; one is written at every look, too
     */
    public record Watch(long every, int patience, int save) {

        /** Checks the numbers. */
        public Watch {
            if (every < 1 || patience < 0 || save < 1) {
                throw new IllegalArgumentException("every and save must be at least 1 and patience at least 0, got "
                        + every + ", " + save + ", " + patience);
            }
        }
    }

    /**
     * The same with other data, such as another fold.
     *
     * @param other what is learned from
     * @return a copy
     */
    public Plan withData(Data other) {
        return new Plan(name, seed, other, net, detector, food, training, watch);
    }

    /**
     * The same under another name.
     *
     * @param other the name
     * @return a copy
     */
    public Plan withName(String other) {
        return new Plan(other, seed, data, net, detector, food, training, watch);
    }
}
