package org.vung.torch.gan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.torch.train.network.FlatParameters;
import org.vung.torch.train.network.TrainableNetwork;
import org.vung.torch.train.task.Lessons;

/**
 * One step of pix2pix: the generator makes a picture, the discriminator learns to tell it from the real one and moves, and what it says
 * after that is what the generator learns from. As in the authors' code.
 */
final class PictureLesson implements Lessons.Lesson<PictureBatch>, Lessons.Rival<PictureBatch> {

    private final PictureLoss loss;
    private final TrainableNetwork generator;
    private final @Nullable TrainableNetwork discriminator;
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private long steps;
    private @Nullable Pass pass;

    /** What the two networks see of one batch. */
    private record Pass(Tensor input, Tensor target, Tensor made) {}

    /** With no discriminator where the loss does not ask for one. */
    PictureLesson(PictureLoss loss, TrainableNetwork generator, @Nullable TrainableNetwork discriminator) {
        this.loss = loss;
        this.generator = generator;
        this.discriminator = discriminator;
    }

    @Override
    public FlatParameters parameters() {
        return rival().parameters();
    }

    private TrainableNetwork rival() {
        return Objects.requireNonNull(discriminator, "a discriminator");
    }

    @Override
    public Tensor loss(PictureBatch batch) {
        Pass seen = begin(batch);
        pass = seen;
        parameters().learn(true);
        Tensor ofMade = said(seen.input, seen.made.detach());
        Tensor ofReal = said(seen.input, seen.target);
        Tensor lost = PictureLoss.discriminator(ofReal, ofMade);
        add("discriminator", lost);
        return lost;
    }

    @Override
    public Tensor loss(PictureBatch batch, long index) {
        Pass seen = pass == null ? begin(batch) : pass;
        pass = null;
        steps++;
        Tensor distance = PictureLoss.distance(seen.made, seen.target);
        add("l1", distance);
        Tensor lost = distance.mul(new Scalar(loss.l1()));
        if (discriminator == null) {
            return lost;
        }
        parameters().learn(false);
        Tensor fooled = PictureLoss.real(said(seen.input, seen.made));
        add("generator", fooled);
        return lost.add(fooled, new Scalar(loss.gan()));
    }

    private Pass begin(PictureBatch batch) {
        Tensor input = batch.input();
        return new Pass(input, batch.target(), generator.answer(input));
    }

    private Tensor said(Tensor input, Tensor picture) {
        Tensor seen = loss.conditional() ? torch.cat(new TensorVector(input, picture), 1) : picture;
        return rival().answer(seen);
    }

    private void add(String part, Tensor lost) {
        sums.merge(part, (double) lost.item_float(), Double::sum);
    }

    /** The parts of the loss, each the mean since the last time. */
    Map<String, Double> parts() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((part, sum) -> means.put(part, sum / Math.max(1, steps)));
        sums.clear();
        steps = 0;
        return means;
    }
}
