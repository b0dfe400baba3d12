package org.vung.data.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.vung.data.Truth;
import org.vung.label.LabelMap;
import org.vung.score.ConfusionMatrix;

/**
 * Scores of classes read from one confusion matrix, summed over all images.
 *
 * @param match of the method's classes
 */
public record SemanticFamily(ClassMatch match) implements Family<ConfusionMatrix> {

    @Override
    public String name() {
        return "semantic";
    }

    @Override
    public ConfusionMatrix count(Truth truth, Prediction said) {
        return match.count(truth, said);
    }

    @Override
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>(List.of(
                Score.overall("mean IoU"),
                Score.overall("accuracy"),
                Score.overall("mean accuracy"),
                Score.overall("frequency-weighted IoU"),
                Score.overall("mean Dice")));
        for (String name : List.of("IoU", "Dice", "recall", "precision")) {
            for (int of = 0; of < match.known(); of++) {
                scores.add(new Score(name, match.classes().get(of).name(), true));
            }
        }
        return scores;
    }

    @Override
    public double[] values(List<ConfusionMatrix> counts) {
        ConfusionMatrix matrix = ConfusionMatrix.sum(counts);
        int known = match.known();
        double[] values = new double[5 + 4 * known];
        values[0] = matrix.meanIou();
        values[1] = matrix.accuracy();
        values[2] = matrix.meanAccuracy();
        values[3] = matrix.frequencyWeightedIou();
        values[4] = matrix.meanDice();
        for (int of = 0; of < known; of++) {
            values[5 + of] = matrix.iou(of);
            values[5 + known + of] = matrix.dice(of);
            values[5 + 2 * known + of] = matrix.recall(of);
            values[5 + 3 * known + of] = matrix.precision(of);
        }
        return values;
    }

    @Override
    public LabelMap shown(Prediction said) {
        return match.labels(said.labels());
    }
}
