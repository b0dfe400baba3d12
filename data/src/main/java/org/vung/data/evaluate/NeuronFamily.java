package org.vung.data.evaluate;

import java.util.List;
import org.vung.data.Truth;
import org.vung.label.LabelMap;
import org.vung.score.neuron.NeuronScores;
import org.vung.score.neuron.Slice;

/**
 * The scores of the ISBI-2012 challenge: one class is the inside of cells, everything else, unknown pixels too, is membrane.
 *
 * @param match of the method's classes
 * @param cell index of the class of insides, in the data set
 */
public record NeuronFamily(ClassMatch match, int cell) implements Family<Slice> {

    /** Checks the class. */
    public NeuronFamily {
        if (cell < 0 || cell >= match.known()) {
            throw new IllegalArgumentException("class of cells must be 0 … " + (match.known() - 1) + ", got " + cell);
        }
    }

    @Override
    public String name() {
        return "neuron";
    }

    @Override
    public boolean soft() {
        return true;
    }

    @Override
    public Slice count(Truth truth, Prediction said) {
        int[] labels = ClassMatch.map(truth).labels().sharedLabels();
        boolean[] inside = new boolean[labels.length];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            inside[pixel] = labels[pixel] == cell;
        }
        return Slice.of(inside, match.probability(said.scores(), cell), truth.size());
    }

    @Override
    public List<Score> scores() {
        return List.of(
                Score.overall("V_rand (thinned)"), Score.overall("V_info (thinned)"), Score.error("pixel error"));
    }

    @Override
    public double[] values(List<Slice> counts) {
        NeuronScores scores = NeuronScores.of(counts);
        return new double[] {scores.rand(), scores.information(), scores.pixelError()};
    }

    @Override
    public LabelMap shown(Prediction said) {
        return match.labels(said.labels());
    }
}
