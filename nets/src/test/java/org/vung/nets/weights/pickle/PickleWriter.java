package org.vung.nets.weights.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles instruction by instruction, right ones and hostile ones. */
public final class PickleWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A pickle of protocol 2. */
    public PickleWriter() {
        op(0x80, 2);
    }

    /** Instructions and operands as they are, each 0 … 255. */
    public PickleWriter op(int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
        return this;
    }

    /** Instructions as Latin-1 text. */
    public PickleWriter ops(String instructions) {
        out.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** An operand of four bytes. */
    public PickleWriter u32(long number) {
        return op(
                (int) number & 0xFF,
                (int) (number >> 8) & 0xFF,
                (int) (number >> 16) & 0xFF,
                (int) (number >> 24) & 0xFF);
    }

    /** A text. */
    public PickleWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        op('X').u32(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    /** A whole number. */
    public PickleWriter whole(long number) {
        if (number >= 0 && number < 256) {
            return op('K', (int) number);
        }
        op(0x8a, 8);
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
        return this;
    }

    /** A name of a module. */
    public PickleWriter global(String module, String name) {
        return ops("c" + module + "\n" + name + "\n");
    }

    /** A tuple of whole numbers. */
    public PickleWriter wholes(long... numbers) {
        op('(');
        for (long number : numbers) {
            whole(number);
        }
        return op('t');
    }

    /** A storage by its description. */
    public PickleWriter storage(String type, String key, long numbers) {
        op('(').text("storage").global("torch", type).text(key).text("cpu").whole(numbers);
        return op('t', 'Q');
    }

    /** A tensor of the storage that {@code storage} describes. */
    public PickleWriter tensor(String type, String key, long numbers, long offset, long[] size, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").op('(').storage(type, key, numbers);
        whole(offset).wholes(size).wholes(strides).op(0x89).global("collections", "OrderedDict");
        return op(')', 'R', 't', 'R');
    }

    /** A whole storage as a tensor of one axis. */
    public PickleWriter vector(String type, String key, long numbers) {
        return tensor(type, key, numbers, 0, new long[] {numbers}, new long[] {1});
    }

    /** The pickle so far and its end. */
    public byte[] stop() {
        op('.');
        return out.toByteArray();
    }
}
