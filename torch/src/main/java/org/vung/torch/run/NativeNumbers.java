package org.vung.torch.run;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.vung.nets.graph.Node;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Parameter;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.device.Device;
import org.vung.torch.layer.LayerNumbers;

/** The parameters of one node, copied to native memory in the wanted precision. */
final class NativeNumbers implements LayerNumbers {

    private final Node node;
    private final Numbers numbers;
    private final torch.ScalarType type;
    private final Device device;
    private final List<Pointer> made;

    /**
     * Parameters of one node.
     *
     * @param precision of the products; norms keep float32
     * @param device CPU or CUDA, whose memory holds them
     * @param made receives all that is kept, so that the network can free it
     */
    NativeNumbers(Node node, Numbers numbers, Precision precision, Device device, List<Pointer> made) {
        this.node = node;
        this.numbers = numbers;
        this.type = precision == Precision.BFLOAT16 && !(node.layer() instanceof BatchNorm)
                ? torch.ScalarType.BFloat16
                : torch.ScalarType.Float;
        this.device = device;
        this.made = made;
    }

    @Override
    public Tensor tensor(String name) {
        return kept(loose(name));
    }

    @Override
    public Tensor loose(String name) {
        return find(name)
                .map(this::copy)
                .orElseThrow(() -> new IllegalStateException("layer '" + node.name() + "' must have " + name));
    }

    @Override
    public TensorOptional optional(String name) {
        Tensor tensor = perhaps(name);
        return kept(tensor == null ? new TensorOptional() : new TensorOptional(kept(tensor)));
    }

    @Override
    public @Nullable Tensor perhaps(String name) {
        return find(name).map(this::copy).orElse(null);
    }

    @Override
    public boolean bfloat16() {
        return type == torch.ScalarType.BFloat16;
    }

    @Override
    public void keep(List<? extends Pointer> parts) {
        parts.forEach(this::kept);
    }

    private <P extends Pointer> P kept(P pointer) {
        pointer.retainReference();
        made.add(pointer);
        return pointer;
    }

    private Optional<Parameter> find(String name) {
        return node.layer().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private Tensor copy(Parameter parameter) {
        float[] values = numbers.checked(node.name() + "." + parameter.name(), parameter);
        long[] dimensions =
                parameter.dimensions().stream().mapToLong(Integer::longValue).toArray();
        Tensor plain = device.place(Tensors.of(values, dimensions)).to(type);
        return dimensions.length == 4 ? plain.contiguous(torch.MemoryFormat.ChannelsLast) : plain;
    }
}
