package org.vung.nets.graph;

import org.vung.nets.layer.Activation;
import org.vung.nets.layer.BatchNorm;
import org.vung.nets.layer.Convolution;
import org.vung.nets.layer.Dropout;
import org.vung.nets.layer.Layer;

/** Adds layers one behind another, numbered from 0 below a prefix, as PyTorch names the parts of its {@code Sequential}. */
public final class Sequential {

    private final GraphBuilder net;
    private final String prefix;
    private String last;
    private int next;

    /**
     * Begins a chain.
     *
     * @param net to which the layers are added
     * @param prefix of their names, without the dot
     * @param input the node that the first layer takes from
     */
    public Sequential(GraphBuilder net, String prefix, String input) {
        this.net = net;
        this.prefix = prefix;
        this.last = input;
    }

    /**
     * Adds a layer of one input behind the last one.
     *
     * @param layer takes what the last one gives
     * @return this chain
     */
    public Sequential add(Layer layer) {
        last = net.add(prefix + "." + next, layer, last);
        next++;
        return this;
    }

    /**
     * Adds batch normalisation with PyTorch's defaults.
     *
     * @return this chain
     */
    public Sequential norm() {
        return add(BatchNorm.of(channels()));
    }

    /**
     * Adds the usual activation.
     *
     * @return this chain
     */
    public Sequential relu() {
        return add(Activation.relu());
    }

    /**
     * Adds dropout of single numbers.
     *
     * @param share of what becomes 0
     * @return this chain
     */
    public Sequential dropout(double share) {
        return add(new Dropout(share, false));
    }

    /**
     * Adds a convolution, batch normalisation and the usual activation.
     *
     * @param convolution takes what the last layer gives
     * @return this chain
     */
    public Sequential normed(Convolution convolution) {
        return add(convolution).norm().relu();
    }

    /**
     * Leaves one number out, for a part that is wired by hand.
     *
     * @return this chain
     */
    public Sequential skip() {
        next++;
        return this;
    }

    /**
     * The last layer added.
     *
     * @return its name, to wire from
     */
    public String last() {
        return last;
    }

    /**
     * What the next layer takes.
     *
     * @return channels of the last layer added
     */
    public int channels() {
        return net.channels(last);
    }
}
