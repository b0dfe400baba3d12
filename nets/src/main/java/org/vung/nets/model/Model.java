package org.vung.nets.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vung.nets.graph.Graph;

/**
 * A network of the list.
 *
 * @param name by which it is asked for
 * @param description in one line
 * @param paper who published it, where
 * @param standard options it is built with when nothing else is said
 * @param takes options that may be changed; the size always may
 * @param factory builds the graph of some options
 */
public record Model(
        String name,
        String description,
        String paper,
        ModelOptions standard,
        Set<ModelOptions.Key> takes,
        Function<ModelOptions, Graph> factory) {

    /** Copies the set. */
    public Model {
        takes = Set.copyOf(takes);
    }

    static Model of(
            String name,
            String description,
            String paper,
            ModelOptions standard,
            Function<ModelOptions, Graph> factory) {
        Set<ModelOptions.Key> takes = EnumSet.of(ModelOptions.Key.CLASSES, ModelOptions.Key.SIZE);
        return new Model(name, description, paper, standard, takes, factory);
    }

    /** The same, with further options. */
    Model taking(ModelOptions.Key... more) {
        Set<ModelOptions.Key> all = EnumSet.copyOf(takes);
        all.addAll(List.of(more));
        return new Model(name, description, paper, standard, all, factory);
    }

    /** The same, without the choice of classes. */
    Model ofFixedClasses() {
        Set<ModelOptions.Key> fewer = EnumSet.copyOf(takes);
        fewer.remove(ModelOptions.Key.CLASSES);
        return new Model(name, description, paper, standard, fewer, factory);
    }

    /**
     * Whether it is run in one go, and not by parts between which something else is done, as detectors are.
     *
     * @return true for a graph of one input
     */
    public boolean runsInOneGo() {
        return graph().inputs().size() == 1;
    }

    /**
     * Builds it as it stands.
     *
     * @return the graph of the standard options
     */
    public Graph graph() {
        return graph(standard);
    }

    /**
     * Builds it.
     *
     * @param options the standard ones, changed where the model takes it
     * @return the graph
     * @throws IllegalArgumentException if an option is changed that the model does not take, or a value does not fit it
     */
    public Graph graph(ModelOptions options) {
        for (ModelOptions.Key key : options.differences(standard)) {
            if (!takes.contains(key)) {
                throw new IllegalArgumentException(key + " must be " + standard.value(key) + " for model '" + name
                        + "', got " + options.value(key) + "; it takes " + EnumSet.copyOf(takes));
            }
        }
        return factory.apply(options);
    }
}
