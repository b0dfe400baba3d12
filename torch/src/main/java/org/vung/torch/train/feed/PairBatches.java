package org.vung.torch.train.feed;

import java.io.IOException;
import org.vung.data.augment.Pair;
import org.vung.data.augment.Recipe;
import org.vung.nets.file.Preprocessing;

/** Makes batches of windows, each a function of the seed and its number alone. */
public final class PairBatches implements Batches.Maker<Batch> {

    private final Pairs pairs;
    private final Recipe recipe;
    private final PixelWeights weights;
    private final Preprocessing preprocessing;
    private final Batch.Form form;
    private final Turns turns;

    /**
     * Batches of pairs.
     *
     * @param pairs at least one
     * @param recipe that ends in windows of the form's size
     * @param weights of pixels
     * @param preprocessing from image to input
     * @param form of every batch
     * @param turns which pair comes when, as many a batch as the form has
     */
    public PairBatches(
            Pairs pairs,
            Recipe recipe,
            PixelWeights weights,
            Preprocessing preprocessing,
            Batch.Form form,
            Turns turns) {
        this.pairs = pairs;
        this.recipe = recipe;
        this.weights = weights;
        this.preprocessing = preprocessing;
        this.form = form;
        this.turns = turns;
    }

    @Override
    public Batch make(long index) throws IOException {
        int pixels = form.height() * form.width() * form.channels();
        int answers = form.answerHeight() * form.answerWidth();
        float[] images = new float[form.count() * pixels];
        int[] labels = new int[form.count() * answers];
        float[] counts = new float[form.count() * answers];
        for (int at = 0; at < form.count(); at++) {
            Pair pair = sample(turns.of(index, at));
            System.arraycopy(preprocessing.of(pair.image()), 0, images, at * pixels, pixels);
            float[] own = weights.of(pair.truth());
            int top = (form.height() - form.answerHeight()) / 2;
            int left = (form.width() - form.answerWidth()) / 2;
            for (int row = 0; row < form.answerHeight(); row++) {
                int from = (top + row) * form.width() + left;
                int to = at * answers + row * form.answerWidth();
                System.arraycopy(pair.truth().sharedLabels(), from, labels, to, form.answerWidth());
                System.arraycopy(own, from, counts, to, form.answerWidth());
            }
        }
        return new Batch(form, images, labels, counts);
    }

    private Pair sample(Turns.Turn turn) throws IOException {
        return recipe.apply(pairs.at(turn.sample()), turns.part().seed(), turn.epoch(), turn.sample());
    }
}
