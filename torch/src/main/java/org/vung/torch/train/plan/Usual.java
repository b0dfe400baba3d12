package org.vung.torch.train.plan;

import java.util.List;
import java.util.Optional;
import org.vung.nets.model.rcnn.NamedRcnn;

/**
 * What stands in a plan that does not say it, by the kind of its network.
 *
 * @param detector what a network that finds objects one by one does between its parts; nothing for others
 * @param augment changes of images
 * @param batch images a pass
 * @param loss what is made small
 * @param optimiser that moves the numbers
 * @param schedule of the rate
 */
record Usual(
        Optional<Plan.Detector> detector,
        List<String> augment,
        int batch,
        String loss,
        String optimiser,
        String schedule) {

    /** Isola et al. 2017 and their code: the same rate for the first half. */
    static final Usual PICTURES = new Usual(
            Optional.empty(),
            List.of("jitter", "mirror"),
            1,
            Plan.PIX2PIX,
            "adam:rate=0.0002,beta1=0.5",
            "linear:hold=0.5");

    private static final Usual CLASSES = new Usual(
            Optional.empty(), List.of(), 4, "cross-entropy", "adamw:rate=0.001,decay=0.01", "cosine:warmup=50");

    private static final Usual OBJECTS = new Usual(
            Optional.of(Plan.Detector.usual()),
            CLASSES.augment,
            CLASSES.batch,
            Plan.DETECTORS_LOSS,
            CLASSES.optimiser,
            CLASSES.schedule);

    static Usual of(String network) {
        if (network.equals(Plan.PIX2PIX)) {
            return PICTURES;
        }
        return NamedRcnn.of(network).isPresent() ? OBJECTS : CLASSES;
    }
}
