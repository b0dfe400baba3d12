package org.vung.torch.train.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Parameter;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.run.Libtorch;
import org.vung.torch.run.Tensors;

/**
 * All numbers of a network in three tensors: what is trained, its gradient, and the statistics of its norms. Each parameter is
 * a view of a part, so that an optimiser's step, a norm of the gradient, a mean over processes and a checkpoint are each one
 * operation on one tensor.
 *
 * <p>Numbers that weight decay shrinks, those of products, come first; biases and the numbers of norms follow. Kernels lie with
 * the input channels of a tap side by side, as convolutions on maps of that order read them.
 */
public final class FlatParameters implements AutoCloseable {

    private final Map<String, Parameter> parameters;
    private final Map<String, Tensor> views = new LinkedHashMap<>();
    private final List<Pointer> kept = new ArrayList<>();
    private final Tensor trained;
    private final Tensor gradient;
    private final Tensor statistics;
    private final long decayed;

    /**
     * Room for the numbers of a graph, filled.
     *
     * @param graph the network
     * @param source of its numbers, asked once
     */
    public FlatParameters(Graph graph, Numbers source) {
        Libtorch.load();
        parameters = graph.parameters();
        List<String> products = keys(true, true);
        List<String> others = keys(true, false);
        List<String> norms = keys(false, false);
        try (PointerScope scope = new PointerScope();
                NoGradGuard plain = new NoGradGuard()) {
            decayed = numbers(products);
            trained = kept(torch.zeros(decayed + numbers(others)));
            gradient = kept(torch.zeros(trained.numel()));
            statistics = kept(torch.zeros(numbers(norms)));
            List<String> all = new ArrayList<>(products);
            all.addAll(others);
            lay(all, trained, source);
            lay(norms, statistics, source);
            all.forEach(this::learn);
        }
    }

    private List<String> keys(boolean learned, boolean ofProducts) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getValue().trained() == learned)
                .filter(entry -> !learned || entry.getValue().dimensions().size() > 1 == ofProducts)
                .map(Map.Entry::getKey)
                .toList();
    }

    private long numbers(List<String> keys) {
        return keys.stream().mapToLong(key -> parameter(key).numbers()).sum();
    }

    private Parameter parameter(String key) {
        Parameter parameter = parameters.get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("parameter must be one of " + parameters.keySet() + ", got " + key);
        }
        return parameter;
    }

    private void lay(List<String> keys, Tensor room, Numbers source) {
        long from = 0;
        for (String key : keys) {
            Parameter parameter = parameter(key);
            Tensor view = shaped(room.narrow(0, from, parameter.numbers()), parameter);
            view.copy_(Tensor.create(source.checked(key, parameter), dimensions(parameter)));
            views.put(key, kept(view));
            from += parameter.numbers();
        }
    }

    /** Gives a view a gradient that is a view of the one gradient; backward passes add to it in place. */
    private void learn(String key) {
        Tensor view = view(key);
        view.set_requires_grad(true);
        Tensor part = gradient.narrow(0, view.storage_offset(), view.numel());
        view.mutable_grad().put(shaped(part, parameter(key)));
    }

    /**
     * Lets backward passes reach the numbers, as at first, or not: another network may then learn through this one.
     *
     * @param wanted whether gradients are added
     */
    public void learn(boolean wanted) {
        parameters.forEach((key, parameter) -> {
            if (parameter.trained()) {
                view(key).set_requires_grad(wanted);
            }
        });
    }

    private static long[] dimensions(Parameter parameter) {
        return parameter.dimensions().stream().mapToLong(Integer::longValue).toArray();
    }

    private static Tensor shaped(Tensor part, Parameter parameter) {
        long[] d = dimensions(parameter);
        return d.length == 4 ? part.view(d[0], d[2], d[3], d[1]).permute(0, 3, 1, 2) : part.view(d);
    }

    private <P extends Pointer> P kept(P pointer) {
        pointer.retainReference();
        kept.add(pointer);
        return pointer;
    }

    /**
     * One parameter.
     *
     * @param key {@code node.parameter}
     * @return a view of its part
     */
    public Tensor view(String key) {
        Tensor view = views.get(key);
        if (view == null) {
            throw new IllegalArgumentException("parameter must be one of " + views.keySet() + ", got " + key);
        }
        return view;
    }

    /**
     * All that is trained.
     *
     * @return [numbers]
     */
    public Tensor trained() {
        return trained;
    }

    /**
     * Its gradient, to which backward passes add.
     *
     * @return [numbers]
     */
    public Tensor gradient() {
        return gradient;
    }

    /**
     * Running means and variances.
     *
     * @return [numbers], none if the network has no norm that keeps them
     */
    public Tensor statistics() {
        return statistics;
    }

    /**
     * Whether every number is one.
     *
     * @return false where there is a NaN or an infinity
     */
    public boolean finite() {
        try (PointerScope scope = new PointerScope();
                NoGradGuard plain = new NoGradGuard()) {
            return trained.isfinite().all().item_bool()
                    && statistics.isfinite().all().item_bool();
        }
    }

    /**
     * How many numbers weight decay shrinks.
     *
     * @return the first of {@link #trained}
     */
    public long decayed() {
        return decayed;
    }

    /**
     * The numbers as they are now, or what another tensor of the same order holds, such as their running mean.
     *
     * @param instead of {@link #trained}, [numbers]
     * @return copies by key
     */
    public Numbers copy(Tensor instead) {
        Map<String, float[]> copies = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope();
                NoGradGuard plain = new NoGradGuard()) {
            parameters.forEach((key, parameter) -> {
                Tensor view = view(key);
                Tensor part = parameter.trained()
                        ? shaped(instead.narrow(0, view.storage_offset(), view.numel()), parameter)
                        : view;
                copies.put(key, Tensors.toFloats(part));
            });
        }
        return (key, parameter) -> {
            float[] numbers = copies.get(key);
            if (numbers == null) {
                throw new IllegalArgumentException("parameter must be one of " + copies.keySet() + ", got " + key);
            }
            return numbers;
        };
    }

    @Override
    public void close() {
        kept.forEach(Pointer::releaseReference);
        kept.clear();
    }
}
