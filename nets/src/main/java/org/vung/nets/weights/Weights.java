package org.vung.nets.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The tensors of a network by name, in the order of their file. Immutable. */
public final class Weights {

    private final Map<String, NamedTensor> tensors;

    private Weights(Map<String, NamedTensor> tensors) {
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /**
     * Tensors as weights.
     *
     * @param tensors in this order, no name twice
     * @return the weights
     */
    public static Weights of(Collection<NamedTensor> tensors) {
        Map<String, NamedTensor> byName = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors) {
            if (byName.putIfAbsent(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("names must differ, got " + tensor.name() + " twice");
            }
        }
        return new Weights(byName);
    }

    /**
     * Tensors as weights.
     *
     * @param tensors in this order, no name twice
     * @return the weights
     */
    public static Weights of(NamedTensor... tensors) {
        return of(List.of(tensors));
    }

    /**
     * The names.
     *
     * @return in the order of the file
     */
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    /**
     * The tensors.
     *
     * @return in the order of the file
     */
    public List<NamedTensor> tensors() {
        return List.copyOf(tensors.values());
    }

    /**
     * The tensor of a name that is there.
     *
     * @param name one of {@link #names()}
     * @return the tensor
     */
    public NamedTensor get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("name must be one of the " + tensors.size()
                        + " tensors, got " + name + "; the nearest is " + NearestName.to(name, tensors.keySet())));
    }

    /**
     * The tensor of a name that may be there.
     *
     * @param name any name
     * @return the tensor, if there is one
     */
    public Optional<NamedTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * How many numbers all tensors hold together.
     *
     * @return at least 0
     */
    public long numbers() {
        return tensors.values().stream().mapToLong(NamedTensor::numbers).sum();
    }

    /**
     * The same tensors under other names.
     *
     * @param rename gives each tensor its new name; no two the same
     * @return the renamed weights, in the same order
     */
    public Weights renamed(UnaryOperator<String> rename) {
        List<NamedTensor> renamed = new ArrayList<>();
        tensors.forEach((name, tensor) -> renamed.add(tensor.renamed(rename.apply(name))));
        return of(renamed);
    }

    /**
     * The tensors of some names.
     *
     * @param wanted whether a name stays
     * @return the weights that stay, in the same order
     */
    public Weights keeping(Predicate<String> wanted) {
        return of(tensors.values().stream()
                .filter(tensor -> wanted.test(tensor.name()))
                .toList());
    }

    /**
     * All tensors but those of some names.
     *
     * @param unwanted whether a name goes
     * @return the weights that stay, in the same order
     */
    public Weights without(Predicate<String> unwanted) {
        return keeping(unwanted.negate());
    }

    @Override
    public String toString() {
        return tensors.size() + " tensors, " + numbers() + " numbers";
    }
}
