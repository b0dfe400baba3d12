package org.vung.torch.train.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vung.Instances;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.augment.Pair;
import org.vung.data.evaluate.DetectionFamily;
import org.vung.data.evaluate.InstanceFamily;
import org.vung.data.evaluate.Prediction;
import org.vung.image.Image;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.score.detection.DetectionScores;
import org.vung.score.detection.ImageMatches;
import org.vung.score.detection.Measure;
import org.vung.score.object.Matches;
import org.vung.score.object.ObjectScores;
import org.vung.torch.rcnn.Detector;
import org.vung.torch.record.report.Report;
import org.vung.torch.train.task.Look;

/** Judges a detector by COCO's average precision, and by the objects that it would show. */
final class Judge {

    private final Dataset held;
    private final List<LabelClass> classes;
    private final boolean masks;
    private final double shown;

    /**
     * A judge.
     *
     * @param held images with objects
     * @param classes of the network, the background first
     * @param masks whether masks are judged, too
     * @param shown least score of an object that people are shown
     */
    Judge(Dataset held, List<LabelClass> classes, boolean masks, double shown) {
        this.held = held;
        this.classes = classes;
        this.masks = masks;
        this.shown = shown;
    }

    static List<String> columns(boolean masks, List<LabelClass> classes) {
        List<String> columns = new ArrayList<>();
        if (masks) {
            columns.addAll(List.of("validation/mask-ap", "validation/mask-ap50"));
        }
        columns.addAll(List.of("validation/box-ap", "validation/box-ap50", "validation/objects-ap50", "validation/pq"));
        classes.stream().skip(1).forEach(each -> columns.add("ap/" + each.name()));
        return columns;
    }

    /** Looks at all images. */
    Look look(Detector detector, BiConsumer<Integer, LabelMap> answers) throws IOException {
        DetectionFamily ofMasks = new DetectionFamily(held.classes(), DetectionFamily.Kind.MASKS);
        DetectionFamily ofBoxes = new DetectionFamily(held.classes(), DetectionFamily.Kind.BOXES);
        InstanceFamily ofObjects = new InstanceFamily(shown);
        List<ImageMatches> drawn = new ArrayList<>();
        List<ImageMatches> framed = new ArrayList<>();
        List<ObjectScores> counted = new ArrayList<>();
        for (int at = 0; at < held.items().size(); at++) {
            Image image = held.image(at);
            Truth truth = new ObjectSet(image.size(), Scenes.objects(held, at, image.size()));
            Instances found = detector.segment(image);
            Prediction all = new Prediction(found, Optional.empty());
            framed.add(ofBoxes.count(truth, all));
            if (masks) {
                drawn.add(ofMasks.count(truth, all));
            }
            counted.add(ofObjects.count(truth, all));
            answers.accept(at, found.surer(shown).labels());
        }
        return look(
                masks ? Optional.of(DetectionScores.of(drawn)) : Optional.empty(), DetectionScores.of(framed), counted);
    }

    private Look look(Optional<DetectionScores> drawn, DetectionScores framed, List<ObjectScores> counted) {
        Matches sum = counted.stream().map(image -> image.at(0)).reduce(Matches.NONE, Matches::plus);
        List<Look.Score> scores = new ArrayList<>();
        drawn.ifPresent(of -> {
            scores.add(new Look.Score("mask AP", "validation/mask-ap", of.value(Measure.AP)));
            scores.add(new Look.Score("mask AP50", "validation/mask-ap50", of.value(Measure.AP50)));
        });
        scores.add(new Look.Score("box AP", "validation/box-ap", framed.value(Measure.AP)));
        scores.add(new Look.Score("box AP50", "validation/box-ap50", framed.value(Measure.AP50)));
        scores.add(new Look.Score("objects AP at 0.5", "validation/objects-ap50", sum.averagePrecision()));
        scores.add(new Look.Score("panoptic quality", "validation/pq", sum.panopticQuality()));
        Map<String, Double> more = new LinkedHashMap<>();
        DetectionScores telling = drawn.orElse(framed);
        List<String> names = held.classes().stream().map(LabelClass::name).toList();
        for (int at = 1; at < classes.size(); at++) {
            more.put(
                    "ap/" + classes.get(at).name(),
                    telling.value(Measure.AP, names.indexOf(classes.get(at).name())));
        }
        return new Look(
                scores,
                more,
                counted.stream().map(image -> image.at(0).averagePrecision()).toList(),
                new Report.Scores(List.of(), Report.Confusion.NONE));
    }

    /** An image with its objects numbered, the later above the earlier. */
    static Pair shown(Dataset held, int index) throws IOException {
        Image image = held.image(index);
        int[] labels = new int[image.size().pixels()];
        int next = 1;
        for (ObjectTruth object : Scenes.objects(held, index, image.size())) {
            if (!object.crowd()) {
                object.mask().paint(labels, next++);
            }
        }
        return new Pair(image, LabelMap.wrap(image.size(), labels));
    }
}
