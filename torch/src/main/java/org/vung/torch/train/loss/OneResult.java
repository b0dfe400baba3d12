package org.vung.torch.train.loss;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Lets go of whatever a computation makes on its way, but its result; what a backward pass needs lives on without us. */
final class OneResult {

    private OneResult() {}

    static Tensor of(Supplier<Tensor> computation) {
        Tensor inner;
        try (PointerScope scope = new PointerScope()) {
            inner = computation.get();
            inner.retainReference();
        }
        Tensor result = new Tensor(inner); // in the scope of whoever called
        inner.releaseReference();
        return result;
    }
}
