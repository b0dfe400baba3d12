package org.vung.nets.weights;

import java.util.List;

/** Walks over a tensor's numbers, the last axis fastest, in runs that lie side by side in the store. */
final class Runs {

    private final int[] sizes;
    private final long[] strides;
    private final int[] index;
    private final long length;
    private long position;

    /** At the first run; the tensor has at least one number. */
    Runs(List<Integer> dimensions, List<Long> strides) {
        int outer = dimensions.size();
        long run = 1;
        while (outer > 0 && (strides.get(outer - 1) == run || dimensions.get(outer - 1) == 1)) {
            run *= dimensions.get(--outer);
        }
        this.length = run;
        this.sizes = dimensions.subList(0, outer).stream().mapToInt(i -> i).toArray();
        this.strides = strides.subList(0, outer).stream().mapToLong(i -> i).toArray();
        this.index = new int[outer];
    }

    /** Numbers in each run. */
    long length() {
        return length;
    }

    /** Where this run begins, in numbers after the tensor's first. */
    long position() {
        return position;
    }

    /** Goes to the next run; false after the last. */
    boolean advance() {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            position += strides[axis];
            if (++index[axis] < sizes[axis]) {
                return true;
            }
            position -= strides[axis] * sizes[axis];
            index[axis] = 0;
        }
        return false;
    }
}
