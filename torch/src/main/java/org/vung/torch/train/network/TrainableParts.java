package org.vung.torch.train.network;

import java.util.function.Function;
import org.vung.nets.graph.Graph;
import org.vung.nets.numbers.Numbers;
import org.vung.torch.parallel.Group;
import org.vung.torch.run.Precision;

/** A network whose parts run by themselves and are trained together: their numbers lie in one place, shared ones once. */
public final class TrainableParts implements AutoCloseable {

    private final Graph whole;
    private final FlatParameters parameters;
    private final Precision precision;
    private final Group group;

    /**
     * A network with its first numbers.
     *
     * @param whole the parts side by side
     * @param start its numbers, asked once
     * @param precision of the products, not {@code AUTO}
     * @param group whose images all batch norms look at
     */
    public TrainableParts(Graph whole, Numbers start, Precision precision, Group group) {
        this.whole = whole;
        this.parameters = new FlatParameters(whole, start);
        this.precision = precision;
        this.group = group;
    }

    /**
     * One part.
     *
     * @param cut which part of the whole, of one input
     * @return a network on the shared numbers; not to be closed, and not to be used after this is closed
     */
    public TrainableNetwork part(Function<Graph, Graph> cut) {
        return new TrainableNetwork(cut.apply(whole), parameters, precision, group);
    }

    /**
     * What is trained.
     *
     * @return closed with this
     */
    public FlatParameters parameters() {
        return parameters;
    }

    /**
     * The network.
     *
     * @return the parts side by side
     */
    public Graph graph() {
        return whole;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
