package org.vung.torch.train.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vung.data.ClassMap;
import org.vung.data.augment.Pair;
import org.vung.data.augment.Recipe;
import org.vung.nets.file.Preprocessing;
import org.vung.nets.layer.Extent;
import org.vung.torch.rcnn.Targets;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;

/** Makes batches of windows with their objects, each a function of the seed and its number alone. */
final class SceneBatches implements Batches.Maker<SceneBatch> {

    private final Scenes scenes;
    private final Recipe recipe;
    private final Preprocessing preprocessing;
    private final Extent window;
    private final Turns turns;

    /**
     * Batches of scenes.
     *
     * @param scenes at least one
     * @param recipe that ends in windows of one size
     * @param preprocessing from image to input
     * @param window their size
     * @param turns which scene comes when
     */
    SceneBatches(Scenes scenes, Recipe recipe, Preprocessing preprocessing, Extent window, Turns turns) {
        this.scenes = scenes;
        this.recipe = recipe;
        this.preprocessing = preprocessing;
        this.window = window;
        this.turns = turns;
    }

    @Override
    public SceneBatch make(long index) throws IOException {
        int channels = preprocessing.colours().channels();
        int numbers = window.rows() * window.columns() * channels;
        float[] images = new float[turns.batch() * numbers];
        List<Targets> targets = new ArrayList<>();
        for (int at = 0; at < turns.batch(); at++) {
            Turns.Turn turn = turns.of(index, at);
            Scene whole = scenes.at(turn.sample());
            Pair pair = recipe.apply(whole.pair(), turns.part().seed(), turn.epoch(), turn.sample());
            float[] samples = preprocessing.of(pair.image());
            blacken(samples, pair.truth().sharedLabels(), channels);
            System.arraycopy(samples, 0, images, at * numbers, numbers);
            targets.add(whole.with(pair).targets());
        }
        return new SceneBatch(images, window, channels, targets);
    }

    /** What nobody knows must not be learned to be nothing: it looks like what lies outside a photo. */
    private static void blacken(float[] samples, int[] labels, int channels) {
        for (int at = 0; at < samples.length; at++) {
            if (labels[at / channels] == ClassMap.IGNORE) {
                samples[at] = 0;
            }
        }
    }
}
