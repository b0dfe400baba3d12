package org.vung.nets.weights.pth;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.pickle.Cursor;
import org.vung.nets.weights.pickle.Storage;
import org.vung.nets.weights.pickle.Unpickler;
import org.vung.nets.weights.pickle.Values;

/**
 * The layout before PyTorch 1.6: four pickles (a magic number, the version, the machine, the object), a fifth with the
 * keys of the storages, then each storage as eight bytes of count and its numbers.
 */
final class LegacyPth {

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;

    private final Cursor in;
    private final Map<String, Bytes> stored = new HashMap<>();

    private LegacyPth(Bytes file) {
        this.in = new Cursor(file, 0);
    }

    static Weights read(Bytes file) throws WeightFileException {
        return new LegacyPth(file).read();
    }

    private Weights read() throws WeightFileException {
        ByteOrder order = order();
        Map<String, Storage> mentioned = new HashMap<>();
        Object checkpoint = Unpickler.load(in, mentioned);
        store(mentioned);
        return StateDict.weights(checkpoint, in.bytes(), this::bytes, order);
    }

    private ByteOrder order() throws WeightFileException {
        if (!MAGIC.equals(Unpickler.load(in))) {
            throw in.bytes()
                    .bad("a .pth file must begin with PyTorch's magic number, got another pickle;"
                            + " save the file with torch.save");
        }
        Object version = Unpickler.load(in);
        if (!Long.valueOf(VERSION).equals(version)) {
            throw in.bytes()
                    .bad("the protocol must be " + VERSION + ", got " + Values.describe(version)
                            + "; save the file with torch.save anew");
        }
        boolean big =
                Unpickler.load(in) instanceof Map<?, ?> machine && Boolean.FALSE.equals(machine.get("little_endian"));
        return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private void store(Map<String, Storage> mentioned) throws WeightFileException {
        if (!(Unpickler.load(in) instanceof List<?> keys)) {
            throw in.bytes().bad("the keys of the storages must be a list, got something else; the file is damaged");
        }
        for (Object key : keys) {
            Storage storage = key instanceof String text ? mentioned.get(text) : null;
            if (storage == null || stored.containsKey(storage.key())) {
                throw in.bytes()
                        .bad("each storage must be used and stored once, got "
                                + (storage == null ? "one that no tensor uses" : storage.key() + " twice")
                                + "; the file is damaged");
            }
            long numbers = in.u64();
            if (numbers != storage.numbers()) {
                throw in.bytes()
                        .bad("storage " + storage.key() + " must have " + storage.numbers() + " numbers, got "
                                + Long.toUnsignedString(numbers) + "; the file is damaged");
            }
            stored.put(storage.key(), in.slice(size(storage)));
        }
    }

    private long size(Storage storage) throws WeightFileException {
        if (storage.numbers() > in.bytes().length()) {
            throw in.bytes()
                    .bad("storage " + storage.key() + " must lie within the file, got " + storage.numbers()
                            + " numbers; the file is truncated or damaged");
        }
        return storage.numbers() * storage.type().bytes();
    }

    private Bytes bytes(Storage storage) throws WeightFileException {
        Bytes bytes = stored.get(storage.key());
        if (bytes == null) {
            throw in.bytes().bad("storage " + storage.key() + " must be in the file, got none; the file is truncated");
        }
        return bytes;
    }
}
