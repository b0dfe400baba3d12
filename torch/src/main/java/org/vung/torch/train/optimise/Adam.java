package org.vung.torch.train.optimise;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam (Kingma, Ba 2015), and AdamW (Loshchilov, Hutter 2019), whose decay shrinks the numbers themselves and not through the
 * gradient. Moments are corrected for their start at zero; epsilon is added to the root, as in PyTorch.
 */
final class Adam implements Optimiser {

    private final Optimisation.Adam options;
    private final Tensor mean;
    private final Tensor square;
    private final Tensor count;

    Adam(Optimisation.Adam options, long numbers) {
        this.options = options;
        mean = kept(torch.zeros(numbers));
        square = kept(torch.zeros(numbers));
        count = kept(torch.zeros(1));
    }

    private static Tensor kept(Tensor tensor) {
        tensor.retainReference();
        return tensor;
    }

    @Override
    public void step(Tensor numbers, Tensor gradient, long decayed, double rate) {
        if (options.decay() > 0 && options.decoupled()) {
            numbers.narrow(0, 0, decayed).mul_(new Scalar(1 - rate * options.decay()));
        } else if (options.decay() > 0) {
            gradient.narrow(0, 0, decayed).add_(numbers.narrow(0, 0, decayed), new Scalar(options.decay()));
        }
        count.add_(new Scalar(1.0));
        double steps = count.item_float();
        mean.mul_(new Scalar(options.beta1())).add_(gradient, new Scalar(1 - options.beta1()));
        square.mul_(new Scalar(options.beta2())).addcmul_(gradient, gradient, new Scalar(1 - options.beta2()));
        Tensor root = square.sqrt();
        root.div_(new Scalar(Math.sqrt(1 - Math.pow(options.beta2(), steps))));
        root.add_(new Scalar(options.epsilon()));
        numbers.addcdiv_(mean, root, new Scalar(-rate / (1 - Math.pow(options.beta1(), steps))));
    }

    @Override
    public Map<String, Tensor> memory() {
        return Map.of("mean", mean, "square", square, "count", count);
    }

    @Override
    public void close() {
        mean.releaseReference();
        square.releaseReference();
        count.releaseReference();
    }
}
