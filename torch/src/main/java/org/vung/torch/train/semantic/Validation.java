package org.vung.torch.train.semantic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vung.ClassScores;
import org.vung.data.ClassMap;
import org.vung.data.augment.Pair;
import org.vung.label.LabelClass;
import org.vung.label.LabelMap;
import org.vung.nets.file.ModelFile;
import org.vung.score.ConfusionMatrix;
import org.vung.torch.record.report.Report;
import org.vung.torch.run.Network;
import org.vung.torch.run.Precision;
import org.vung.torch.run.SemanticSegmenter;
import org.vung.torch.train.feed.Pairs;
import org.vung.torch.train.task.Look;

/** Judges a model by the images held back, whole images at their own size, as a user would run it. */
final class Validation {

    private static final double LEAST = 1e-12;

    private final Pairs pairs;

    Validation(Pairs pairs) {
        this.pairs = pairs;
    }

    /** Shows each answer, too. */
    Look look(ModelFile model, BiConsumer<Integer, LabelMap> answers) throws IOException {
        ConfusionMatrix sum = ConfusionMatrix.empty(model.classes().size());
        List<Double> images = new ArrayList<>();
        double loss = 0;
        long counted = 0;
        SemanticSegmenter.Meaning meaning =
                new SemanticSegmenter.Meaning(model.preprocessing(), model.answer(), model.classes());
        Network network = Network.of(model.graph(), model.numbers(), Precision.AUTO);
        try (SemanticSegmenter segmenter = new SemanticSegmenter(network, meaning, SemanticSegmenter.USUAL_TILE)) {
            for (int at = 0; at < pairs.count(); at++) {
                Pair pair = pairs.at(at);
                ClassScores scores = segmenter.scores(pair.image());
                LabelMap said = scores.labels();
                ConfusionMatrix own = ConfusionMatrix.of(model.classes().size(), pair.truth(), said, ClassMap.IGNORE);
                sum = sum.plus(own);
                images.add(own.pixels() == 0 ? Double.NaN : own.meanIou());
                loss += surprise(scores, pair.truth());
                counted += own.pixels();
                answers.accept(at, said);
            }
        }
        return look(sum, counted == 0 ? Double.NaN : loss / counted, images, model.classes());
    }

    private static Look look(ConfusionMatrix matrix, double loss, List<Double> images, List<LabelClass> classes) {
        Map<String, Double> more = new LinkedHashMap<>();
        more.put("validation/loss", loss);
        for (int at = 0; at < classes.size(); at++) {
            more.put("iou/" + classes.get(at).name(), matrix.iou(at));
        }
        return new Look(
                List.of(
                        new Look.Score("mean IoU", "validation/miou", matrix.meanIou()),
                        new Look.Score("mean Dice", "validation/dice", matrix.meanDice()),
                        new Look.Score("pixel accuracy", "validation/accuracy", matrix.accuracy())),
                more,
                images,
                table(matrix, classes));
    }

    private static Report.Scores table(ConfusionMatrix matrix, List<LabelClass> classes) {
        List<Report.ClassScores> rows = new ArrayList<>();
        long[][] counts = new long[classes.size()][classes.size()];
        for (int at = 0; at < classes.size(); at++) {
            rows.add(new Report.ClassScores(
                    classes.get(at).name(), matrix.dice(at), matrix.iou(at), matrix.precision(at), matrix.recall(at)));
            for (int said = 0; said < classes.size(); said++) {
                counts[at][said] = matrix.count(at, said);
            }
        }
        List<String> names = classes.stream().map(LabelClass::name).toList();
        return new Report.Scores(rows, new Report.Confusion(names, counts));
    }

    /** The sum of −log p over the pixels that count. */
    private static double surprise(ClassScores scores, LabelMap truth) {
        int[] labels = truth.sharedLabels();
        float[] planes = scores.sharedPlanes();
        double sum = 0;
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (labels[pixel] != ClassMap.IGNORE) {
                sum -= Math.log(Math.max(LEAST, planes[labels[pixel] * labels.length + pixel]));
            }
        }
        return sum;
    }
}
