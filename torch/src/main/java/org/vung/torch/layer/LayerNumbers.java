package org.vung.torch.layer;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;

/** The parameters of one layer, as its kernel asks for them. */
public interface LayerNumbers {

    /**
     * A parameter the layer must have, to be used as long as its kernel.
     *
     * @param name such as {@code weight}
     * @return in the precision of the layer's products
     */
    Tensor tensor(String name);

    /**
     * A parameter the layer must have, to make something else of at once.
     *
     * @param name such as {@code weight}
     * @return in the precision of the layer's products
     */
    Tensor loose(String name);

    /**
     * A parameter the layer may have, to be used as long as its kernel.
     *
     * @param name such as {@code bias}
     * @return empty if it has none
     */
    TensorOptional optional(String name);

    /**
     * A parameter the layer may have, to make something else of at once.
     *
     * @param name such as {@code bias}
     * @return null if it has none
     */
    @Nullable
    Tensor perhaps(String name);

    /**
     * Keeps what was made of parameters as long as the kernel.
     *
     * @param parts native objects
     */
    void keep(List<? extends Pointer> parts);

    /**
     * In which numbers the layer's products run.
     *
     * @return true for bfloat16, false for float32
     */
    boolean bfloat16();
}
