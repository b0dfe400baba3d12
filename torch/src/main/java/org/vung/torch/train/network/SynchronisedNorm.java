package org.vung.torch.train.network;

import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.layer.BatchNorm;
import org.vung.torch.layer.LayerNumbers;
import org.vung.torch.layer.Step;

/**
 * Batch normalisation over the images of a whole group of processes: mean first, then the mean square about it, so that nothing
 * is lost to cancellation. Computed in float32.
 *
 * @param layer what it is
 * @param numbers its own
 * @param group over which it takes means
 */
record SynchronisedNorm(BatchNorm layer, LayerNumbers numbers, GroupMean group) implements Step {

    private static final long[] ALL_BUT_CHANNELS = {0, 2, 3};

    @Override
    public Value run(List<Value> inputs) {
        Tensor given = inputs.get(0).map();
        Tensor x = given.to(torch.ScalarType.Float); // [N, C, H, W]
        Tensor mean = group.of(channelMean(x)); // [C]
        Tensor centred = x.sub(wide(mean));
        Tensor variance = group.of(channelMean(centred.square()));
        gather(mean, variance, (double) x.numel() / x.size(1) * group.ranks());
        Tensor y = centred.mul(wide(variance.add(new Scalar(layer.epsilon())).rsqrt()));
        @Nullable Tensor weight = numbers.perhaps("weight");
        @Nullable Tensor bias = numbers.perhaps("bias");
        if (weight != null && bias != null) {
            y = y.mul(wide(weight)).add(wide(bias));
        }
        return Value.of(y.to(given.scalar_type()));
    }

    private static Tensor channelMean(Tensor x) {
        return x.mean(ALL_BUT_CHANNELS);
    }

    private static Tensor wide(Tensor perChannel) {
        return perChannel.view(1, -1, 1, 1);
    }

    /** The running statistics; of the variance, as PyTorch does, the unbiased one. */
    private void gather(Tensor mean, Tensor variance, double count) {
        try (NoGradGuard plain = new NoGradGuard()) {
            Scalar weight = new Scalar(layer.momentum());
            numbers.tensor("running_mean").lerp_(mean, weight);
            numbers.tensor("running_var").lerp_(variance.mul(new Scalar(count / Math.max(1, count - 1))), weight);
        }
    }
}
