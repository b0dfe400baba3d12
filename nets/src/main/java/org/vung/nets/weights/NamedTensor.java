package org.vung.nets.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tensor under a name. Immutable; its numbers stay in the file, where it is mapped, until they are asked for. */
public final class NamedTensor {

    private static final int MOST_AXES = 64;
    private static final int CHUNK = 1 << 13;

    private final String name;
    private final ElementType type;
    private final List<Integer> dimensions;
    private final Layout layout;
    private final long numbers;

    private NamedTensor(String name, ElementType type, List<Integer> dimensions, Layout layout) {
        this.name = name;
        this.type = type;
        this.dimensions = List.copyOf(dimensions);
        this.layout = layout;
        this.numbers = product(name, this.dimensions);
    }

    /**
     * A tensor in memory.
     *
     * @param name what it is called
     * @param dimensions sizes of the axes, each at least 0; none for a single number
     * @param numbers as many as the dimensions multiply to, the last axis fastest; copied
     * @return the tensor, of {@link ElementType#FLOAT32}
     */
    public static NamedTensor of(String name, List<Integer> dimensions, float[] numbers) {
        if (product(name, dimensions) != numbers.length) {
            throw new IllegalArgumentException("numbers of " + name + " must be " + product(name, dimensions)
                    + " for dimensions " + dimensions + ", got " + numbers.length);
        }
        Bytes bytes = Bytes.of(name, numbers);
        return new NamedTensor(
                name,
                ElementType.FLOAT32,
                dimensions,
                Layout.contiguous(bytes, ByteOrder.LITTLE_ENDIAN, 0, dimensions));
    }

    /**
     * A tensor whose numbers lie in bytes.
     *
     * @param name what it is called
     * @param type of its numbers
     * @param dimensions sizes of the axes, each at least 0, at most 64 of them
     * @param layout where the numbers lie
     * @return the tensor
     * @throws IllegalArgumentException if the dimensions multiply beyond 2⁶³ or reach beyond the bytes
     */
    public static NamedTensor of(String name, ElementType type, List<Integer> dimensions, Layout layout) {
        NamedTensor tensor = new NamedTensor(name, type, dimensions, layout);
        layout.check(name, type, dimensions);
        return tensor;
    }

    /**
     * What it is called.
     *
     * @return the name, as in the file
     */
    public String name() {
        return name;
    }

    /**
     * How its numbers are stored.
     *
     * @return the type
     */
    public ElementType type() {
        return type;
    }

    /**
     * Sizes of the axes.
     *
     * @return each at least 0; none for a single number
     */
    public List<Integer> dimensions() {
        return dimensions;
    }

    /**
     * How many numbers it holds.
     *
     * @return the product of the dimensions
     */
    public long numbers() {
        return numbers;
    }

    /**
     * All numbers, read anew at each call.
     *
     * @return a new array, the last axis fastest
     * @throws IllegalStateException if there are more than an array can hold
     */
    public float[] floats() {
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(
                    name + " must have at most 2^31 - 9 numbers to be read at once, got " + numbers);
        }
        float[] floats = new float[(int) numbers];
        int[] done = {0};
        forEachChunk((chunk, count) -> {
            type.decode(ByteBuffer.wrap(chunk).order(layout.order()), floats, done[0], count);
            done[0] += count;
        });
        return floats;
    }

    /**
     * The nearest numbers of a shorter type.
     *
     * @param other {@link ElementType#FLOAT16} or {@link ElementType#BFLOAT16}; or {@link ElementType#FLOAT32}
     * @return a tensor with bytes of its own
     * @throws IllegalArgumentException if a number is too large for the type; the message names the tensor
     */
    public NamedTensor as(ElementType other) {
        float[] floats = floats();
        if (other == ElementType.FLOAT32) {
            return of(name, dimensions, floats);
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (float number : floats) {
                bytes.putShort(other.shortened(number));
            }
        } catch (IllegalArgumentException tooLarge) {
            throw new IllegalArgumentException(name + ": " + tooLarge.getMessage(), tooLarge);
        }
        return of(
                name,
                other,
                dimensions,
                Layout.contiguous(Bytes.of(name, bytes.array()), ByteOrder.LITTLE_ENDIAN, 0, dimensions));
    }

    /**
     * Writes all numbers in their own type, little-endian, the last axis fastest.
     *
     * @param out receives {@code numbers · type.bytes()} bytes
     * @throws IOException whatever {@code out} throws
     */
    public void writeTo(OutputStream out) throws IOException {
        forEachChunk((chunk, count) -> {
            int length = count * type.bytes();
            if (layout.order() == ByteOrder.BIG_ENDIAN) {
                reverse(chunk, length, type.bytes());
            }
            out.write(chunk, 0, length);
        });
    }

    /**
     * The same numbers under another name.
     *
     * @param other the new name
     * @return a tensor that shares the numbers
     */
    public NamedTensor renamed(String other) {
        return new NamedTensor(other, type, dimensions, layout);
    }

    /**
     * The axes in another order: {@code permuted(3, 2, 0, 1)} of [H, W, I, O] is [O, I, H, W].
     *
     * @param axes each axis once; the new axis i is the old axis {@code axes[i]}
     * @return a tensor that shares the numbers
     */
    public NamedTensor permuted(int... axes) {
        List<Integer> sizes = new ArrayList<>();
        List<Long> strides = new ArrayList<>();
        for (int axis : axes) {
            sizes.add(dimensions.get(axis));
            strides.add(layout.strides().get(axis));
        }
        if (axes.length != dimensions.size() || Arrays.stream(axes).distinct().count() != axes.length) {
            throw new IllegalArgumentException(
                    "axes must name each of the " + dimensions.size() + " axes once, got " + Arrays.toString(axes));
        }
        return new NamedTensor(name, type, sizes, new Layout(layout.bytes(), layout.order(), layout.start(), strides));
    }

    /**
     * The numbers in reverse order along some axes.
     *
     * @param axes the axes to flip
     * @return a tensor that shares the numbers
     */
    public NamedTensor flipped(int... axes) {
        List<Long> strides = new ArrayList<>(layout.strides());
        long start = layout.start();
        for (int axis : axes) {
            start += (dimensions.get(axis) - 1L) * strides.get(axis) * type.bytes();
            strides.set(axis, -strides.get(axis));
        }
        Layout flipped = new Layout(layout.bytes(), layout.order(), numbers == 0 ? layout.start() : start, strides);
        return new NamedTensor(name, type, dimensions, flipped);
    }

    /**
     * The same numbers in the same order under other dimensions.
     *
     * @param sizes multiply to {@link #numbers()}
     * @return a tensor that shares the numbers where they lie side by side, else a copy in single precision
     */
    public NamedTensor reshaped(List<Integer> sizes) {
        if (product(name, sizes) != numbers) {
            throw new IllegalArgumentException(
                    "dimensions of " + name + " must multiply to " + numbers + ", got " + sizes);
        }
        if (!layout.isContiguous(dimensions)) {
            return of(name, sizes, floats());
        }
        return new NamedTensor(
                name, type, sizes, Layout.contiguous(layout.bytes(), layout.order(), layout.start(), sizes));
    }

    @Override
    public String toString() {
        return name + " " + dimensions + " " + type;
    }

    /** Takes some numbers, the first {@code count} that the bytes hold. */
    @FunctionalInterface
    private interface Chunks<X extends Exception> {
        void take(byte[] chunk, int count) throws X;
    }

    private <X extends Exception> void forEachChunk(Chunks<X> chunks) throws X {
        if (numbers == 0) {
            return;
        }
        Runs runs = new Runs(dimensions, layout.strides());
        int size = type.bytes();
        byte[] chunk = new byte[(int) Math.min(CHUNK, runs.length()) * size];
        do {
            long start = layout.start() + runs.position() * size;
            for (long done = 0; done < runs.length(); done += CHUNK) {
                int count = (int) Math.min(CHUNK, runs.length() - done);
                layout.bytes().copy(start + done * size, chunk, count * size);
                chunks.take(chunk, count);
            }
        } while (runs.advance());
    }

    private static void reverse(byte[] bytes, int length, int size) {
        for (int from = 0; from < length; from += size) {
            for (int low = from, high = from + size - 1; low < high; low++, high--) {
                byte swapped = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = swapped;
            }
        }
    }

    private static long product(String name, List<Integer> dimensions) {
        if (dimensions.size() > MOST_AXES || dimensions.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("dimensions of " + name + " must be at most " + MOST_AXES
                    + " sizes, none below 0, got " + (dimensions.size() > MOST_AXES ? dimensions.size() : dimensions));
        }
        if (dimensions.contains(0)) {
            return 0;
        }
        try {
            return dimensions.stream().mapToLong(size -> size).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "dimensions of " + name + " must multiply to less than 2^63, got " + dimensions);
        }
    }
}
