package org.vung.torch.train;

import org.vung.torch.train.task.Look;

/** Hears how a training goes. */
public interface Progress {

    /**
     * A step is done.
     *
     * @param epoch of its last image, from 0
     * @param step from 1
     * @param images seen in it
     * @param loss mean over them
     */
    void step(int epoch, long step, int images, double loss);

    /**
     * The images held back were looked at.
     *
     * @param epoch from 0
     * @param look what was seen
     * @param best whether it is the best so far
     */
    void look(int epoch, Look look, boolean best);
}
