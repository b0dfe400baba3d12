package org.vung.torch.train.network;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.BatchNorm;
import org.vung.torch.layer.LayerNumbers;

/** One layer's parameters for one pass: the trained numbers themselves, or casts of them through which gradients flow back. */
record LiveNumbers(Node node, FlatParameters parameters, boolean bfloat16) implements LayerNumbers {

    private boolean has(String name) {
        return node.layer().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name));
    }

    @Override
    public Tensor tensor(String name) {
        Tensor number = parameters.view(node.name() + "." + name);
        return bfloat16 && !(node.layer() instanceof BatchNorm) ? number.to(torch.ScalarType.BFloat16) : number;
    }

    @Override
    public Tensor loose(String name) {
        return tensor(name);
    }

    @Override
    public TensorOptional optional(String name) {
        return has(name) ? new TensorOptional(tensor(name)) : new TensorOptional();
    }

    @Override
    public @Nullable Tensor perhaps(String name) {
        return has(name) ? tensor(name) : null;
    }

    @Override
    public void keep(List<? extends Pointer> parts) {
        // They live as long as the pass that asked for them.
    }
}
