package org.vung.nets.weights.pth;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.pickle.StoredTensor;
import org.vung.nets.weights.pickle.Values;

/** Finds the weights in what a checkpoint holds beside them: optimizer, epoch, scores. */
final class StateDict {

    private static final List<String> USUAL_KEYS = List.of("state_dict", "model_state_dict", "model");

    /** What {@code DataParallel} puts before every name. */
    private static final String WRAPPER = "module.";

    private StateDict() {}

    static Weights weights(Object checkpoint, Bytes file, StoredTensor.Store store, ByteOrder order)
            throws WeightFileException {
        if (!(checkpoint instanceof Map<?, ?> top)) {
            throw file.bad("the file must hold a dict of tensors, got " + Values.describe(checkpoint)
                    + "; save model.state_dict()");
        }
        List<NamedTensor> tensors = new ArrayList<>();
        for (Map.Entry<?, ?> entry : find(top, file).entrySet()) {
            if (entry.getKey() instanceof String name && entry.getValue() instanceof StoredTensor tensor) {
                tensors.add(tensor.named(name, store, order));
            }
        }
        return unwrapped(Weights.of(tensors));
    }

    private static Map<?, ?> find(Map<?, ?> top, Bytes file) throws WeightFileException {
        for (String key : USUAL_KEYS) {
            Optional<Map<?, ?>> dict = tensors(top.get(key));
            if (dict.isPresent()) {
                return dict.get();
            }
        }
        if (tensors(top).isPresent()) {
            return top;
        }
        List<Map<?, ?>> inside = new ArrayList<>();
        top.values().forEach(value -> tensors(value).ifPresent(inside::add));
        if (inside.size() == 1) {
            return inside.get(0);
        }
        throw file.bad("the file must hold one dict of tensors, at the top or under one of " + USUAL_KEYS + ", got "
                + inside.size() + " in a dict of " + top.size() + " entries; save model.state_dict()");
    }

    /** The value, if it is a dict that holds tensors under names. */
    private static Optional<Map<?, ?>> tensors(@Nullable Object value) {
        return value instanceof Map<?, ?> dict
                        && dict.entrySet().stream()
                                .anyMatch(entry ->
                                        entry.getKey() instanceof String && entry.getValue() instanceof StoredTensor)
                ? Optional.of(dict)
                : Optional.empty();
    }

    private static Weights unwrapped(Weights weights) {
        boolean wrapped = weights.names().stream().allMatch(name -> name.startsWith(WRAPPER));
        return wrapped ? weights.renamed(name -> name.substring(WRAPPER.length())) : weights;
    }
}
