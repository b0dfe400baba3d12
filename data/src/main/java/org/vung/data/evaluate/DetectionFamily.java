package org.vung.data.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vung.Instance;
import org.vung.Instances;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.view.Components;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.mask.RunLengths;
import org.vung.score.detection.BoundingBox;
import org.vung.score.detection.Detection;
import org.vung.score.detection.DetectionScores;
import org.vung.score.detection.Extent;
import org.vung.score.detection.GroundTruth;
import org.vung.score.detection.ImageMatches;
import org.vung.score.detection.Measure;
import org.vung.score.detection.ObjectMask;

/**
 * COCO's twelve numbers of objects with classes and scores, and the average precision of every class. Truth of classes is taken apart
 * into connected parts, as in {@link InstanceFamily}.
 *
 * <p>Classes of method and data are matched by their names, whatever their case; where either side has one class but for the
 * background, the two match whatever they are called. Objects of classes that the data does not have are left out, and so are those
 * of which more than half lies on pixels that nobody knows ({@link ObjectTruth#VOID}), as panoptic quality has it. Crowds of a class are
 * COCO's.
 *
 * @param classes of the objects in the data: those of {@link #view}
 * @param kind what of an object is compared
 */
public record DetectionFamily(List<LabelClass> classes, Kind kind) implements Family<ImageMatches> {

    private static final int NONE = -1;

    /** What of an object is compared with the truth. */
    public enum Kind {
        /** Upright rectangles. */
        BOXES {
            @Override
            Extent of(Instance object) {
                return box(object);
            }

            @Override
            Extent of(ObjectTruth object) {
                return new BoundingBox(object.row(), object.column(), object.height(), object.width());
            }

            @Override
            double within(RunLengths pixels, Instance object) {
                BoundingBox box = box(object);
                double[] shared = {0};
                pixels.forEach((column, row, length) -> {
                    double across = Math.min(column + 1, box.column() + box.width()) - Math.max(column, box.column());
                    double down = Math.min(row + length, box.row() + box.height()) - Math.max(row, box.row());
                    shared[0] += Math.max(0, across) * Math.max(0, down);
                });
                return shared[0];
            }
        },
        /** The pixels themselves. */
        MASKS {
            @Override
            Extent of(Instance object) {
                return new ObjectMask(mask(object));
            }

            @Override
            Extent of(ObjectTruth object) {
                return new ObjectMask(object.mask());
            }

            @Override
            double within(RunLengths pixels, Instance object) {
                return pixels.intersection(mask(object));
            }
        };

        abstract Extent of(Instance object);

        abstract Extent of(ObjectTruth object);

        /** How many of these pixels lie in the object. */
        abstract double within(RunLengths pixels, Instance object);

        private static BoundingBox box(Instance object) {
            return new BoundingBox(object.row(), object.column(), object.height(), object.width());
        }

        private static RunLengths mask(Instance object) {
            return object.mask()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "objects must have masks for the scores masks, got" + " boxes alone; take --scores boxes"));
        }
    }

    /** Copies the list. */
    public DetectionFamily {
        classes = List.copyOf(classes);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Dataset view(Dataset set) throws IOException {
        Dataset objects = Components.of(set);
        if (!objects.items().isEmpty() && !names(objects.classes()).equals(names(classes))) {
            throw new IllegalArgumentException("classes must be those of the objects in the data "
                    + names(objects.classes()) + ", got " + names(classes));
        }
        return objects;
    }

    @Override
    public ImageMatches count(Truth truth, Prediction said) {
        Instances answer = objects(said);
        if (!truth.size().equals(answer.size())) {
            throw new IllegalArgumentException(
                    "prediction must have the size of the truth " + truth.size() + ", got " + answer.size());
        }
        List<GroundTruth> truths = new ArrayList<>();
        List<RunLengths> unknown = new ArrayList<>();
        for (ObjectTruth object : ((ObjectSet) truth).objects()) {
            if (object.category() == ObjectTruth.VOID) {
                unknown.add(object.mask());
            } else {
                truths.add(new GroundTruth(object.category(), kind.of(object), object.crowd(), object.area()));
            }
        }
        return ImageMatches.of(truths, detections(answer, unknown));
    }

    private Instances objects(Prediction said) {
        if (said.answer() instanceof Instances objects) {
            return objects;
        }
        throw new IllegalArgumentException("method must find objects with classes and scores for the scores " + name()
                + ", as a detector does, got one that divides the image; take --scores instances");
    }

    private List<Detection> detections(Instances answer, List<RunLengths> unknown) {
        int[] places = places(answer.classes());
        List<Detection> detections = new ArrayList<>();
        for (Instance object : answer.objects()) {
            int place = places[object.category()];
            if (place != NONE) {
                Extent extent = kind.of(object);
                double covered = unknown.stream()
                        .mapToDouble(pixels -> kind.within(pixels, object))
                        .sum();
                if (2 * covered <= extent.area()) {
                    detections.add(new Detection(place, object.score(), extent));
                }
            }
        }
        return detections;
    }

    /** [class of the method] the class of the data. */
    private int[] places(List<LabelClass> said) {
        int[] places = new int[said.size()];
        int[] own = objects(said);
        int[] wanted = objects(classes);
        Arrays.fill(places, NONE);
        if (own.length == 1 && wanted.length == 1) {
            places[own[0]] = wanted[0];
            return places;
        }
        List<String> names = classes.stream().map(ClassMatch::plain).toList();
        for (int each : own) {
            places[each] = names.indexOf(ClassMatch.plain(said.get(each)));
        }
        if (Arrays.stream(places).allMatch(place -> place == NONE)) {
            throw new IllegalArgumentException("method must have a class of the data " + names(classes) + ", got "
                    + names(said) + "; name the data's classes with --from FORMAT:classes=…");
        }
        return places;
    }

    /** The places of the classes that objects are of. */
    private static int[] objects(List<LabelClass> classes) {
        return IntStream.range(0, classes.size())
                .filter(at -> !ClassList.isGround(classes.get(at)))
                .toArray();
    }

    private static String names(List<LabelClass> classes) {
        return ClassMatch.names(classes);
    }

    @Override
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            scores.add(Score.overall(measure.label()));
        }
        for (int of : objects(classes)) {
            scores.add(new Score(Measure.AP.label(), classes.get(of).name(), true));
        }
        return scores;
    }

    @Override
    public double[] values(List<ImageMatches> counts) {
        DetectionScores scores = DetectionScores.of(counts);
        return DoubleStream.concat(
                        Arrays.stream(Measure.values()).mapToDouble(scores::value),
                        Arrays.stream(objects(classes)).mapToDouble(of -> scores.value(Measure.AP, of)))
                .toArray();
    }

    @Override
    public boolean showsObjects() {
        return true;
    }

    @Override
    public LabelMap shown(Truth truth) {
        return new InstanceFamily().shown(truth);
    }

    @Override
    public LabelMap shown(Prediction said) {
        return said.labels();
    }
}
