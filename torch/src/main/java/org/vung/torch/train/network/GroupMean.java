package org.vung.torch.train.network;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.vung.torch.parallel.Group;

/**
 * The mean over a group, with its gradient: what all processes do with the mean weighs on each one's part of it, so the gradient
 * is a mean over the group, too. All processes go backward through the same layers in the same order.
 */
final class GroupMean extends TensorTensorHook {

    private final Group group;

    GroupMean(Group group) {
        this.group = group;
    }

    /** Called by the backward pass. */
    @Override
    public TensorBase call(TensorBase gradient) {
        Tensor mean = new Tensor(gradient).contiguous().clone();
        group.mean(mean);
        return mean;
    }

    int ranks() {
        return group.ranks();
    }

    /**
     * The mean of a tensor.
     *
     * @param own this process's
     * @return of all, connected to the own one
     */
    Tensor of(Tensor own) {
        Tensor mean = own.detach().clone();
        try (NoGradGuard plain = new NoGradGuard()) {
            group.mean(mean);
        }
        Tensor connected = mean.add(own.sub(own.detach())); // the mean to the last bit: what is added is 0
        if (connected.requires_grad()) {
            connected.register_hook(this);
        }
        return connected;
    }
}
