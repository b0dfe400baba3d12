package org.vung.torch.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.image.Image;
import org.vung.label.LabelClass;
import org.vung.nets.graph.Graph;
import org.vung.nets.numbers.Numbers;
import org.vung.score.detection.BoundingBox;
import org.vung.torch.rcnn.Detecting;
import org.vung.torch.rcnn.Detector;
import org.vung.torch.run.ForwardBench;
import org.vung.torch.run.Precision;

/**
 * Looks for objects in noise of 8 bits, at the size that a network was built for, with as many objects told of as it may be, however
 * unsure: finite numbers, the same twice, the sure ones again in bfloat16.
 */
public final class DetectorCheck {

    private static final String UNTRAINED = "not judged without trained weights";
    private static final double SURE = 0.5;
    private static final double SAME_OBJECT = 0.5;

    private final Graph graph;
    private final Numbers numbers;
    private final List<LabelClass> classes;
    private final Detector.Options options;

    private DetectorCheck(Graph graph, Numbers numbers, List<LabelClass> classes, Detector.Options options) {
        this.graph = graph;
        this.numbers = numbers;
        this.classes = classes;
        Detecting own = options.detecting();
        this.options = options.withDetecting(own.with(0, own.most()));
    }

    /**
     * Every check.
     *
     * @param graph an R-CNN
     * @param numbers of its parameters
     * @param classes of objects, the background first
     * @param options what is not learned
     * @param trained whether the numbers were learned; what others are sure of hangs on roundings, and is not looked at
     * @return one outcome a check, in order
     */
    public static List<Outcome> of(
            Graph graph, Numbers numbers, List<LabelClass> classes, Detector.Options options, boolean trained) {
        return new DetectorCheck(graph, numbers, classes, options).all(trained);
    }

    private List<Outcome> all(boolean trained) {
        Image noise = ForwardBench.noise(graph.input());
        List<Outcome> outcomes = new ArrayList<>(List.of(ModelCheck.weights(graph, numbers)));
        Instances exact;
        try (Detector detector = detector(Precision.FLOAT32)) {
            exact = detector.segment(noise);
            int count = exact.objects().size(); // those whose scores are no numbers are not told of
            outcomes.add(
                    trained
                            ? Outcome.of("finite answer", count > 0, count + " objects in noise")
                            : Outcome.skipped("finite answer", count + " objects in noise; " + UNTRAINED));
            outcomes.add(Outcome.of(
                    "same answer twice", exact.equals(detector.segment(noise)), count + " objects, bit by bit"));
        }
        outcomes.add(coarse(exact, noise, trained));
        outcomes.add(Outcome.skipped("tiles as whole", "objects of several windows are joined, not pasted"));
        return outcomes;
    }

    private Detector detector(Precision precision) {
        return new Detector(graph, numbers, classes, options, precision);
    }

    private Outcome coarse(Instances exact, Image noise, boolean trained) {
        String check = "bfloat16 objects";
        List<Instance> sure = exact.surer(SURE).objects();
        if (!trained || sure.isEmpty()) {
            return Outcome.skipped(check, trained ? "in noise it is sure of none" : UNTRAINED);
        }
        try (Detector detector = detector(Precision.BFLOAT16)) {
            Instances again = detector.segment(noise);
            long same = sure.stream()
                    .filter(one -> again.objects().stream().anyMatch(other -> areSame(one, other)))
                    .count();
            return Outcome.of(
                    check,
                    same >= ModelCheck.SAME_CLASSES * sure.size(),
                    String.format(Locale.ROOT, "%d of %d sure ones as in float32", same, sure.size()));
        }
    }

    private static boolean areSame(Instance one, Instance other) {
        return one.category() == other.category() && box(one).iou(box(other), false) >= SAME_OBJECT;
    }

    private static BoundingBox box(Instance one) {
        return new BoundingBox(one.row(), one.column(), one.height(), one.width());
    }
}
