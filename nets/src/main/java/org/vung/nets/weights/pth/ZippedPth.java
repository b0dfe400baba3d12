package org.vung.nets.weights.pth;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.pickle.Cursor;
import org.vung.nets.weights.pickle.Storage;
import org.vung.nets.weights.pickle.Unpickler;
import org.vung.nets.weights.zip.ZipDirectory;

/** The layout since PyTorch 1.6: a zip of {@code <name>/data.pkl}, {@code <name>/data/<key>} and {@code <name>/byteorder}. */
final class ZippedPth {

    private static final String OBJECT = "data.pkl";
    private static final long MOST_OBJECT = 1L << 28;

    private final Bytes file;
    private final Map<String, Bytes> entries;
    private final String folder;

    private ZippedPth(Bytes file, Map<String, Bytes> entries, String folder) {
        this.file = file;
        this.entries = entries;
        this.folder = folder;
    }

    static Weights read(Bytes file) throws WeightFileException {
        Map<String, Bytes> entries = ZipDirectory.entries(file);
        return new ZippedPth(file, entries, folder(file, entries)).read();
    }

    private static String folder(Bytes file, Map<String, Bytes> entries) throws WeightFileException {
        List<String> objects = entries.keySet().stream()
                .filter(name -> name.equals(OBJECT) || name.endsWith("/" + OBJECT))
                .toList();
        if (objects.size() != 1) {
            throw file.bad("the zip must hold one " + OBJECT + ", got " + objects.size() + " in " + entries.size()
                    + " entries; give a file that torch.save wrote");
        }
        String folder = objects.get(0).substring(0, objects.get(0).length() - OBJECT.length());
        if (entries.keySet().stream().anyMatch(name -> name.startsWith(folder + "code/"))) {
            throw file.bad("the file must hold weights, got a TorchScript program; load it in PyTorch and save"
                    + " model.state_dict()");
        }
        return folder;
    }

    private Weights read() throws WeightFileException {
        Bytes object = entry(OBJECT);
        if (object.length() > MOST_OBJECT) {
            throw file.bad(OBJECT + " must have at most " + MOST_OBJECT + " bytes, got " + object.length()
                    + "; save the state_dict alone");
        }
        Object checkpoint = Unpickler.load(new Cursor(object, 0));
        return StateDict.weights(checkpoint, file, this::bytes, order());
    }

    private ByteOrder order() throws WeightFileException {
        if (!entries.containsKey(folder + "byteorder")) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        Bytes entry = entry("byteorder");
        String order = new String(entry.copy(0, (int) Math.min(entry.length(), 16)), StandardCharsets.ISO_8859_1);
        return switch (order) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw file.bad("byteorder must be little or big, got " + order + "; the file is damaged");
        };
    }

    private Bytes bytes(Storage storage) throws WeightFileException {
        Bytes bytes = entry("data/" + storage.key());
        if (storage.numbers() > bytes.length() / storage.type().bytes()) {
            throw file.bad("storage " + storage.key() + " must have " + storage.numbers() + " numbers of "
                    + storage.type() + ", got " + bytes.length() + " bytes; the file is truncated or damaged");
        }
        return bytes;
    }

    private Bytes entry(String name) throws WeightFileException {
        return Optional.ofNullable(entries.get(folder + name))
                .orElseThrow(() -> file.bad("the zip must hold " + folder + name
                        + ", got no such entry; the file is truncated or damaged"));
    }
}
