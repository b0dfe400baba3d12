package org.vung.nets.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tensor whose name fits and whose dimensions do not.
 *
 * @param name the tensor's, after renaming
 * @param expected the network's dimensions
 * @param got the file's dimensions
 */
public record ShapeClash(String name, List<Integer> expected, List<Integer> got) {

    /** Freezes the dimensions. */
    public ShapeClash {
        expected = List.copyOf(expected);
        got = List.copyOf(got);
    }

    /**
     * What may be done about it.
     *
     * @return a hint, chosen by how the dimensions differ
     */
    public String mend() {
        if (sorted(expected).equals(sorted(got))) {
            return "the axes stand in another order, permute them";
        } else if (differsOnlyAt(0)) {
            return "build the network with " + got.get(0) + " outputs here, or drop this tensor and train it anew";
        } else if (differsOnlyAt(1)) {
            return "build the network with " + got.get(1) + " input channels here, or choose other weights";
        }
        return "check that the weights belong to this network and its options";
    }

    private boolean differsOnlyAt(int axis) {
        if (expected.size() != got.size() || axis >= got.size()) {
            return false;
        }
        List<Integer> patched = new ArrayList<>(expected);
        patched.set(axis, got.get(axis));
        return patched.equals(got);
    }

    private static List<Integer> sorted(List<Integer> sizes) {
        List<Integer> sorted = new ArrayList<>(sizes);
        Collections.sort(sorted);
        return sorted;
    }

    @Override
    public String toString() {
        return name + ": dimensions must be " + expected + ", got " + got + "; " + mend();
    }
}
