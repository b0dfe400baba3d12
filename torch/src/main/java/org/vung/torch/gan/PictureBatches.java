package org.vung.torch.gan;

import java.io.IOException;
import java.util.List;
import org.vung.data.order.SplitMix64;
import org.vung.image.Image;
import org.vung.image.Size;
import org.vung.nets.file.Preprocessing;
import org.vung.torch.train.feed.Batches;
import org.vung.torch.train.feed.Turns;

/** Makes batches of pairs, each a function of the seed and its number alone. */
final class PictureBatches implements Batches.Maker<PictureBatch> {

    private final PicturePairs pairs;
    private final Jitter jitter;
    private final Preprocessing preprocessing;
    private final Size window;
    private final Turns turns;

    PictureBatches(PicturePairs pairs, Jitter jitter, Preprocessing preprocessing, Size window, Turns turns) {
        this.pairs = pairs;
        this.jitter = jitter;
        this.preprocessing = preprocessing;
        this.window = window;
        this.turns = turns;
    }

    @Override
    public PictureBatch make(long index) throws IOException {
        int count = turns.batch();
        int channels = preprocessing.colours().channels();
        int pixels = window.pixels();
        float[] images = new float[count * pixels * channels];
        float[] pictures = new float[count * pixels * 3];
        for (int at = 0; at < count; at++) {
            Turns.Turn turn = turns.of(index, at);
            PicturePairs.Pair pair = pairs.at(turn.sample());
            SplitMix64 chance = SplitMix64.at(turns.part().seed(), turn.epoch(), turn.sample());
            List<Image> seen = jitter.of(pair.image(), pair.picture(), window, chance);
            System.arraycopy(preprocessing.of(seen.get(0)), 0, images, at * pixels * channels, pixels * channels);
            System.arraycopy(PictureTask.TARGET.of(seen.get(1)), 0, pictures, at * pixels * 3, pixels * 3);
        }
        return new PictureBatch(count, window, channels, images, pictures);
    }
}
