package org.vung.torch.rcnn;

import static org.bytedeco.pytorch.global.torch.smooth_l1_loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What boxes lose: by what they are taken for, and by where they lie.
 *
 * @param what one number
 * @param where one number
 */
record BoxLosses(Tensor what, Tensor where) {

    private static final double BEND = 1.0 / 9;
    private static final long SUM = 2;

    /**
     * Smooth L1 of shifts, summed, over the number of boxes that were chosen, be they of objects or not.
     *
     * @param shifts of all boxes [S, 4]
     * @param objects which of them are of objects, and where those lead
     * @param chosen how many boxes were
     * @return one number
     */
    static Tensor ofShifts(Tensor shifts, Picked objects, int chosen) {
        Tensor moves = shifts.index_select(0, objects.places()); // [P, 4]
        return smooth_l1_loss(moves, objects.numbers(-1, 4), SUM, BEND).div(new Scalar((double) Math.max(1, chosen)));
    }

    /** 0, from which gradients of 0 flow back, so that every step has a gradient of everything. */
    static Tensor zero(Tensor connected) {
        return connected.sum().mul(new Scalar(0.0));
    }
}
