package org.vung.nets.weights.pickle;

import java.nio.ByteOrder;
import java.util.List;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.Layout;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;

/**
 * A tensor as a pickle tells it: a way to look at a storage.
 *
 * @param storage the numbers
 * @param offset place of the first, in numbers
 * @param size sizes of the axes
 * @param strides steps along the axes, in numbers, none below 0
 */
public record StoredTensor(Storage storage, long offset, List<Integer> size, List<Long> strides) {

    /** A stride of 0 repeats numbers, so a file of a kilobyte could declare a tensor of a terabyte. */
    private static final long MOST_REPEATED = 1 << 24;

    /** Finds a storage's bytes. */
    @FunctionalInterface
    public interface Store {
        /**
         * The bytes of a storage.
         *
         * @param storage one that a pickle speaks of
         * @return at least as many bytes as its numbers take
         * @throws WeightFileException if the file does not hold them
         */
        Bytes bytes(Storage storage) throws WeightFileException;
    }

    /**
     * The tensor itself.
     *
     * @param name what the state dict calls it
     * @param store finds the bytes of its storage
     * @param order of the bytes of one number
     * @return the tensor; its numbers stay where they are
     * @throws WeightFileException if it reaches beyond its storage
     */
    public NamedTensor named(String name, Store store, ByteOrder order) throws WeightFileException {
        Bytes all = store.bytes(storage);
        int width = storage.type().bytes();
        try {
            Bytes own =
                    all.slice(Math.multiplyExact(storage.offset(), width), Math.multiplyExact(storage.view(), width));
            long start = Math.multiplyExact(offset, width);
            NamedTensor tensor = NamedTensor.of(name, storage.type(), size, new Layout(own, order, start, strides));
            if (tensor.numbers() > Math.max(MOST_REPEATED, storage.numbers())) {
                throw all.bad(name + " must have at most " + MOST_REPEATED + " numbers out of the " + storage.numbers()
                        + " stored, got " + tensor.numbers() + "; make it contiguous before it is saved");
            }
            return tensor;
        } catch (IllegalArgumentException beyond) {
            throw all.bad(String.valueOf(beyond.getMessage()), beyond);
        } catch (ArithmeticException | IndexOutOfBoundsException beyond) {
            throw all.bad(
                    name + " must lie within its storage of " + storage.numbers() + " numbers, got offset " + offset
                            + "; the file is damaged",
                    beyond);
        }
    }
}
