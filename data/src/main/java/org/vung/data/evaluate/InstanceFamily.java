package org.vung.data.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.vung.Instances;
import org.vung.Semantic;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.ObjectTruth;
import org.vung.data.Truth;
import org.vung.data.file.ClassList;
import org.vung.data.view.Components;
import org.vung.grid.Neighbourhood;
import org.vung.label.ConnectedRegions;
import org.vung.label.LabelMap;
import org.vung.score.object.Matches;
import org.vung.score.object.ObjectScores;

/**
 * Objects found one by one, whatever their class. Truth of classes is taken apart into connected parts, and so is an answer: parts of
 * one label that touch by edges or corners, but for label 0, the class {@code background}, and {@code border}. Pixels of crowds count
 * on neither side; where true objects overlap, the later one counts. An answer of objects is taken as it is, but for those that the
 * method is not sure of.
 *
 * @param score least score of an object that counts, 0 … 1, where the answer has scores
 */
public record InstanceFamily(double score) implements Family<ObjectScores> {

    /** From which score on objects are shown to people. */
    public static final double USUAL_SCORE = 0.5;

    private static final int AT_75 = 5;

    /** Checks the number. */
    public InstanceFamily {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("least score must be 0 … 1, got " + score);
        }
    }

    /** Objects from a score of 0.5 on. */
    public InstanceFamily() {
        this(USUAL_SCORE);
    }

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public Dataset view(Dataset set) throws IOException {
        return Components.of(set);
    }

    @Override
    public ObjectScores count(Truth truth, Prediction said) {
        if (!truth.size().equals(said.labels().size())) {
            throw new IllegalArgumentException("prediction must have the size of the truth " + truth.size() + ", got "
                    + said.labels().size());
        }
        int[] found = shown(said).sharedLabels().clone();
        int[] crowds = new int[found.length];
        int[] objects = new int[found.length];
        int next = 1;
        for (ObjectTruth object : ((ObjectSet) truth).objects()) {
            object.mask().paint(object.crowd() ? crowds : objects, next++);
        }
        for (int pixel = 0; pixel < found.length; pixel++) {
            if (crowds[pixel] > 0 && objects[pixel] == 0) {
                found[pixel] = 0;
            }
        }
        return ObjectScores.of(LabelMap.wrap(truth.size(), objects), LabelMap.wrap(truth.size(), found));
    }

    @Override
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>(List.of(
                Score.overall("AP at 0.5"),
                Score.overall("AP at 0.75"),
                Score.overall("mean AP per image"),
                Score.overall("panoptic quality"),
                Score.overall("F1 at 0.5"),
                Score.overall("aggregated Jaccard")));
        for (double threshold : ObjectScores.THRESHOLDS) {
            scores.add(new Score("AP", String.format(Locale.ROOT, "%.2f", threshold), true));
        }
        return scores;
    }

    @Override
    public double[] values(List<ObjectScores> counts) {
        int thresholds = ObjectScores.THRESHOLDS.size();
        double[] values = new double[6 + thresholds];
        for (int at = 0; at < thresholds; at++) {
            values[6 + at] = sum(counts, at).averagePrecision();
        }
        values[0] = values[6];
        values[1] = values[6 + AT_75];
        values[2] = mean(counts.stream().mapToDouble(ObjectScores::meanAveragePrecision));
        values[3] = sum(counts, 0).panopticQuality();
        values[4] = sum(counts, 0).f1();
        values[5] = mean(counts.stream().mapToDouble(ObjectScores::aggregatedJaccard));
        return values;
    }

    private static Matches sum(List<ObjectScores> counts, int threshold) {
        return counts.stream().map(image -> image.at(threshold)).reduce(Matches.NONE, Matches::plus);
    }

    private static double mean(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    @Override
    public boolean showsObjects() {
        return true;
    }

    @Override
    public LabelMap shown(Truth truth) {
        int[] objects = new int[truth.size().pixels()];
        int next = 1;
        for (ObjectTruth object : ((ObjectSet) truth).objects()) {
            object.mask().paint(objects, next++);
        }
        return LabelMap.wrap(truth.size(), objects);
    }

    @Override
    public LabelMap shown(Prediction said) {
        return said.answer() instanceof Instances objects ? objects.surer(score).labels() : parts(said);
    }

    private static LabelMap parts(Prediction said) {
        int[] labels = said.labels().sharedLabels();
        boolean[] empty = new boolean[Math.max(1, said.labels().count())];
        empty[0] = true;
        if (said.answer() instanceof Semantic semantic) {
            for (int label = 0; label < empty.length; label++) {
                empty[label] = ClassList.isGround(semantic.classes().get(label))
                        || semantic.classes().get(label).name().equals("border");
            }
            boolean grounded = semantic.classes().stream().anyMatch(ClassList::isGround);
            empty[0] |= !grounded;
        }
        int[] parts = ConnectedRegions.split(said.labels(), Neighbourhood.EIGHT)
                .sharedLabels()
                .clone();
        for (int pixel = 0; pixel < parts.length; pixel++) {
            parts[pixel] = empty[labels[pixel]] ? 0 : parts[pixel] + 1;
        }
        return LabelMap.wrap(said.labels().size(), parts);
    }
}
