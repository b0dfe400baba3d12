package org.vung.nets.layer;

/** The arithmetic of windows that slide along one axis. */
final class Sliding {

    private Sliding() {}

    /** The length of a dilated kernel: d(k − 1) + 1. */
    static int dilated(int kernel, int dilation) {
        return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
    }

    /**
     * How often a window fits.
     *
     * @param length of the input
     * @param pads places added before and after it
     * @param window length of the dilated kernel
     * @param ceil PyTorch's {@code ceil_mode}: a last window may hang over the end, but must begin inside
     */
    static int count(int length, Padding.Pads pads, int window, int stride, boolean ceil) {
        long room = (long) length + pads.before() + pads.after() - window;
        long count = Math.floorDiv(room + (ceil ? stride - 1 : 0), (long) stride) + 1;
        boolean beginsBeyond = ceil && (count - 1) * stride >= (long) length + pads.before();
        return Math.toIntExact(Math.max(0, beginsBeyond ? count - 1 : count));
    }

    /** Places under the windows of some outputs. */
    static Span reach(Span wanted, Padding.Pads pads, int window, int stride) {
        if (wanted.isEmpty() || wanted.isAll()) {
            return wanted;
        }
        return new Span(wanted.first() * stride - pads.before(), wanted.last() * stride - pads.before() + window - 1);
    }

    /** Inputs whose windows, laid into the output, touch some of its places. */
    static Span reachBack(Span wanted, int before, int window, int stride) {
        if (wanted.isEmpty() || wanted.isAll()) {
            return wanted;
        }
        long first = -Math.floorDiv(-(wanted.first() + before - (window - 1)), stride);
        return new Span(first, Math.floorDiv(wanted.last() + before, stride));
    }
}
