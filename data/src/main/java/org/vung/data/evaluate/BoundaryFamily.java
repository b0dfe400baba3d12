package org.vung.data.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.Truth;
import org.vung.label.LabelMap;
import org.vung.score.BoundaryIou;

/**
 * Boundary IoU of every class, its borders summed over all images. Pixels that nobody knows belong to no class on either side.
 *
 * @param match of the method's classes
 */
public record BoundaryFamily(ClassMatch match) implements Family<List<BoundaryIou>> {

    @Override
    public String name() {
        return "boundary";
    }

    @Override
    public List<BoundaryIou> count(Truth truth, Prediction said) {
        LabelMap map = ClassMatch.map(truth).labels();
        int[] first = map.sharedLabels();
        int[] second = match.labels(said.labels()).sharedLabels();
        if (!map.size().equals(said.labels().size())) {
            throw new IllegalArgumentException("prediction must have the size of the truth " + map.size() + ", got "
                    + said.labels().size());
        }
        List<BoundaryIou> counts = new ArrayList<>();
        for (int of = 0; of < match.known(); of++) {
            boolean[] there = new boolean[first.length];
            boolean[] found = new boolean[first.length];
            for (int pixel = 0; pixel < first.length; pixel++) {
                there[pixel] = first[pixel] == of;
                found[pixel] = second[pixel] == of && first[pixel] != ClassMap.IGNORE;
            }
            counts.add(BoundaryIou.of(there, found, map.size()));
        }
        return counts;
    }

    @Override
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>(List.of(Score.overall("mean boundary IoU")));
        for (int of = 0; of < match.known(); of++) {
            scores.add(new Score("boundary IoU", match.classes().get(of).name(), true));
        }
        return scores;
    }

    @Override
    public double[] values(List<List<BoundaryIou>> counts) {
        double[] values = new double[1 + match.known()];
        for (int at = 0; at < match.known(); at++) {
            int of = at;
            values[1 + of] = counts.stream()
                    .map(image -> image.get(of))
                    .reduce(BoundaryIou::plus)
                    .orElse(new BoundaryIou(0, 0))
                    .value();
        }
        values[0] = Arrays.stream(values, 1, values.length)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
        return values;
    }

    @Override
    public LabelMap shown(Prediction said) {
        return match.labels(said.labels());
    }
}
