package org.vung.torch.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.label.LabelClass;
import org.vung.score.ConfusionMatrix;

/**
 * What a network makes of the images held back.
 *
 * @param matrix over all of them
 * @param loss mean cross-entropy of their pixels
 * @param images mean IoU of each image's classes, in the set's order
 */
public record Look(ConfusionMatrix matrix, double loss, List<Double> images) {

    /** Copies the list. */
    public Look {
        images = List.copyOf(images);
    }

    /**
     * What decides which weights are best.
     *
     * @return mean IoU over the classes that occur
     */
    public double score() {
        return matrix.meanIou();
    }

    /**
     * For the run's table.
     *
     * @param classes of the set
     * @return values by name
     */
    Map<String, Double> row(List<LabelClass> classes) {
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("validation/loss", loss);
        row.put("validation/miou", matrix.meanIou());
        row.put("validation/accuracy", matrix.accuracy());
        row.put("validation/dice", matrix.meanDice());
        for (int at = 0; at < classes.size(); at++) {
            row.put("iou/" + classes.get(at).name(), matrix.iou(at));
        }
        return row;
    }
}
